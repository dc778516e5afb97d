"use client";

import { Button, Loader } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import { ChangeList } from "@/components/editor/save/change-list";
import { callApi, tenantApi } from "@/lib/client/api-client";
import { useQuery } from "@/lib/client/queries";
import type { DashboardVersionWithDocument } from "@/lib/shared/dashboards/dashboard";
import { diffDashboards, isSameDashboard } from "@/lib/shared/dashboards/diff/diff-dashboards";
import classes from "./version-list.module.css";

const JsonDiff = dynamic(() => import("./json-diff").then((module) => module.JsonDiff), { ssr: false });

interface VersionChangesProps {
  tenant: string;
  uid: string;
  from: number;
  to: number;
}

/** What changed between two versions, in words; the two documents are one click away. */
export function VersionChanges({ tenant, uid, from, to }: VersionChangesProps) {
  const [asJson, setAsJson] = useState(false);
  const changes = useQuery({
    queryKey: ["version-changes", tenant, uid, from, to],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const path = tenantApi(tenant, `dashboards/${uid}/versions`);
      const [before, after] = await Promise.all(
        [from, to].map((n) => callApi<DashboardVersionWithDocument>(`${path}/${n}`, { signal })),
      );
      const documents = { before: before?.document ?? {}, after: after?.document ?? {} };
      return { ...documents, diff: diffDashboards(documents.before, documents.after) };
    },
  });
  if (changes.isPending) return <Loader size="sm" aria-label="Comparing" />;
  if (changes.isError) return <p role="alert">{changes.error.message}</p>;
  const { before, after, diff } = changes.data;
  return (
    <section className={classes.changes} aria-label={`Changes from version ${from} to version ${to}`}>
      <div className={classes.line}>
        <h2>
          From version {from} to version {to}
        </h2>
        <Button variant="default" size="compact-sm" aria-pressed={asJson} onClick={() => setAsJson(!asJson)}>
          {asJson ? "In words" : "As JSON"}
        </Button>
      </div>
      {asJson ? (
        <JsonDiff before={before} after={after} labels={[`Version ${from}`, `Version ${to}`]} />
      ) : isSameDashboard(diff) ? (
        <p>Both say the same.</p>
      ) : (
        <ChangeList diff={diff} />
      )}
    </section>
  );
}
