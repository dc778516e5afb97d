import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { ConsoleShell } from "@/components/shell/console-shell";
import { getSessionUser } from "@/lib/server/auth/get-session-user";
import { listMyTenants } from "@/lib/server/tenants/list-my-tenants";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const user = await getSessionUser();
  if (!user) {
    const path = (await headers()).get("x-path") ?? "/";
    redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  const tenants = await listMyTenants(user.id);
  const railCollapsed = (await cookies()).get("panelsmith-rail")?.value === "collapsed";
  return (
    <ConsoleShell
      user={{ name: user.name, email: user.email, platformAdmin: user.isPlatformAdmin }}
      tenants={tenants}
      railCollapsed={railCollapsed}
    >
      {children}
    </ConsoleShell>
  );
}
