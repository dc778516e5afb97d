"use client";

import { Button } from "@mantine/core";
import { DashboardPage } from "@/components/dashboards/dashboard-page";
import { Ago } from "@/components/ui/ago";
import { LinkButton } from "@/components/ui/link-button";
import type { DashboardVersion } from "@/lib/shared/dashboards/dashboard";
import type { ViewedText } from "@/lib/shared/dashboards/read-viewed-dashboard";
import type { DatasourceChoice } from "@/lib/shared/variables/resolve-variables";
import { useRestoreVersion } from "./use-restore-version";
import classes from "./version-list.module.css";

interface VersionViewProps {
  tenant: string;
  dashboard: { uid: string; version: number; starred: boolean };
  version: DashboardVersion;
  view: ViewedText;
  datasources: readonly DatasourceChoice[];
  canRestore: boolean;
}

/** An old version as it was, with what Prometheus says now. */
export function VersionView({ tenant, dashboard, version, view, datasources, canRestore }: VersionViewProps) {
  const { uid, version: current } = dashboard;
  const restore = useRestoreVersion(tenant, uid, current);
  const address = `/t/${tenant}/d/${uid}`;
  return (
    <>
      <div className={classes.bar} role="note">
        <span className={classes.barText}>
          Version {version.version} of {current}, saved <Ago at={version.createdAt} /> by {version.createdBy}
          {version.message ? `: ${version.message}` : ""}
        </span>
        <LinkButton href={`${address}/versions?from=${version.version}&to=${current}`} variant="default">
          Compare with current
        </LinkButton>
        {canRestore ? (
          <Button loading={restore.isPending} onClick={() => restore.mutate(version.version)}>
            Restore this version
          </Button>
        ) : null}
        <LinkButton href={`${address}/versions`} variant="subtle">
          All versions
        </LinkButton>
      </div>
      <DashboardPage
        tenant={tenant}
        dashboard={{ uid, starred: dashboard.starred, ...view }}
        datasources={datasources}
        canEdit={false}
        version={version.version}
      />
    </>
  );
}
