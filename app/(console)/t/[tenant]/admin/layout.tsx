import type { ReactNode } from "react";
import classes from "@/components/admin/admin.module.css";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/shared/tenants/permissions";
import { openTenant } from "../open-tenant";

interface AdminLayoutProps {
  params: Promise<{ tenant: string }>;
  children: ReactNode;
}

/** The frame of the settings. What each page shows and does is checked once more by the verb that it calls. */
export default async function AdminLayout({ params, children }: AdminLayoutProps) {
  const { tenant, role } = await openTenant(params);
  if (!can(role, "member:read")) {
    return (
      <Notice
        title={`Only admins manage ${tenant.name}`}
        actions={<LinkButton href={`/t/${tenant.slug}/dashboards`}>Go to the dashboards</LinkButton>}
      >
        Your role here is {role}; these pages need the role admin. An admin of {tenant.name} can give it to
        you under Admin, Members.
      </Notice>
    );
  }
  return (
    <div className={classes.page}>
      <AdminTabs tenant={tenant.slug} />
      {children}
    </div>
  );
}
