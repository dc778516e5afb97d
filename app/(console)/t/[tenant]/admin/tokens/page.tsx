import type { Metadata } from "next";
import { TokensPage } from "@/components/admin/tokens/tokens-page";
import { openTenant } from "../../open-tenant";

export const metadata: Metadata = { title: "API tokens" };

export default async function TokensRoute({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await openTenant(params);
  return <TokensPage tenant={tenant.slug} />;
}
