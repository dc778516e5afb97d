"use client";

import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ChangeList } from "@/components/editor/save/change-list";
import { callApi, tenantApi } from "@/lib/client/api-client";
import type { DashboardVersionWithDocument } from "@/lib/shared/dashboards/dashboard";
import { diffDashboards } from "@/lib/shared/dashboards/diff/diff-dashboards";

interface VersionChangesProps {
  tenant: string;
  uid: string;
  version: number;
  current: number;
}

/** What changed from the version to the current one. */
export function VersionChanges({ tenant, uid, version, current }: VersionChangesProps) {
  const changes = useQuery({
    queryKey: ["version-changes", tenant, uid, version, current],
    queryFn: async () => {
      const path = tenantApi(tenant, `dashboards/${uid}/versions`);
      const [before, after] = await Promise.all([
        callApi<DashboardVersionWithDocument>(`${path}/${version}`),
        callApi<DashboardVersionWithDocument>(`${path}/${current}`),
      ]);
      return diffDashboards(before.document, after.document);
    },
  });
  if (changes.isPending) return <Loader size="sm" />;
  if (changes.isError) return <p role="alert">{changes.error.message}</p>;
  return <ChangeList diff={changes.data} />;
}
