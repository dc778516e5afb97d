"use client";

import { IconLayoutDashboard } from "@tabler/icons-react";
import { Link } from "@/components/ui/link";
import { findNamedPanel } from "@/lib/client/alerts/alert-details";
import { fetchDashboard } from "@/lib/client/dashboards/dashboard-requests";
import { useQuery } from "@/lib/client/queries";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import classes from "./alerts-page.module.css";

interface AlertPanelLinkProps {
  tenant: string;
  uid: string;
  panel: string | null;
}

/** The dashboard that a rule names, at the panel that it names by id or title; nothing where there is none such. */
export function AlertPanelLink({ tenant, uid, panel }: AlertPanelLinkProps) {
  const { data } = useQuery({
    queryKey: ["alert-dashboard", tenant, uid],
    staleTime: 300_000,
    retry: false,
    queryFn: async () => {
      const { title, document } = await fetchDashboard(tenant, uid);
      return { title, panels: readDashboard(document).panels.map(({ id, title }) => ({ id, title })) };
    },
  });
  if (!data) return null;
  const found = findNamedPanel(data.panels, panel);
  const path = `/t/${tenant}/d/${uid}`;
  return (
    <>
      {found ? (
        <Link href={`${path}?viewPanel=${found.id}`} prefetch={false}>
          <IconLayoutDashboard size={14} aria-hidden />
          Panel {found.title || found.id}
        </Link>
      ) : null}
      <Link href={path} prefetch={false} className={found ? classes.quiet : undefined}>
        {found ? null : <IconLayoutDashboard size={14} aria-hidden />}
        Dashboard {data.title}
      </Link>
    </>
  );
}
