import type { Metadata } from "next";
import { openTenant } from "@/app/(console)/t/[tenant]/open-tenant";
import { TokensPage } from "@/components/admin/tokens/tokens-page";

export const metadata: Metadata = { title: "API tokens" };

export default async function TokensRoute({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await openTenant(params);
  return <TokensPage tenant={tenant.slug} />;
}
