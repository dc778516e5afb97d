import { redirect } from "next/navigation";

export default function PlatformRoute() {
  redirect("/admin/tenants");
}
