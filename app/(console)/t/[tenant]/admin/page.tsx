import { redirect } from "next/navigation";

export default async function AdminRoute({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  redirect(`/t/${encodeURIComponent(tenant)}/admin/members`);
}
