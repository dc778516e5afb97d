import type { Metadata } from "next";
import { ExplorePage } from "@/components/explore/explore-page";
import { openTenant } from "../open-tenant";

export const metadata: Metadata = { title: "Explore" };

export default async function ExploreRoute({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await openTenant(params);
  return <ExplorePage tenant={tenant.slug} />;
}
