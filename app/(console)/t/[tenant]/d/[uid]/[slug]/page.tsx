import { headers } from "next/headers";
import { redirect } from "next/navigation";

interface PageProps {
  params: Promise<{ tenant: string; uid: string }>;
}

/** Grafana writes the title behind the uid. */
export default async function SlugRoute({ params }: PageProps) {
  const { tenant, uid } = await params;
  const [, search] = ((await headers()).get("x-path") ?? "").split(/(?=\?)/);
  redirect(`/t/${encodeURIComponent(tenant)}/d/${encodeURIComponent(uid)}${search ?? ""}`);
}
