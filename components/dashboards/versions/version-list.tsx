"use client";

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Ago } from "@/components/ui/ago";
import { LinkButton } from "@/components/ui/link-button";
import { notifyError } from "@/components/ui/notify";
import { notifyUndo } from "@/components/ui/notify-undo";
import { callApi, tenantApi } from "@/lib/client/api-client";
import { usePageTitle } from "@/lib/client/shell/use-page-title";
import type { DashboardVersion } from "@/lib/shared/dashboards/dashboard";
import { VersionChanges } from "./version-changes";
import classes from "./version-list.module.css";

interface VersionListProps {
  tenant: string;
  uid: string;
  title: string;
  current: number;
  versions: readonly DashboardVersion[];
  canRestore: boolean;
}

export function VersionList({ tenant, uid, title, current, versions, canRestore }: VersionListProps) {
  usePageTitle(title);
  const [open, setOpen] = useState<number | null>(null);
  const restore = useRestore(tenant, uid, current);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>Versions of {title}</h1>
        <LinkButton href={`/t/${tenant}/d/${uid}`} variant="default">
          Back to the dashboard
        </LinkButton>
      </div>
      <ol className={classes.list}>
        {versions.map(({ version, message, createdAt, createdBy }) => (
          <li key={version} className={classes.version}>
            <div className={classes.line}>
              <span className={classes.number}>
                {version === current ? `${version}, current` : `Version ${version}`}
              </span>
              <span className={classes.message}>{message || "No message"}</span>
              <span className={classes.who}>
                <Ago at={createdAt} /> by {createdBy}
              </span>
              {version === current ? null : (
                <>
                  <Button
                    variant="default"
                    aria-expanded={open === version}
                    onClick={() => setOpen(open === version ? null : version)}
                  >
                    Compare with current
                  </Button>
                  {canRestore ? (
                    <Button
                      variant="default"
                      loading={restore.isPending && restore.variables === version}
                      onClick={() => restore.mutate(version)}
                    >
                      Restore
                    </Button>
                  ) : null}
                </>
              )}
            </div>
            {open === version ? (
              <div className={classes.changes}>
                <VersionChanges tenant={tenant} uid={uid} version={version} current={current} />
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Restoring makes a new version, so undoing it is restoring the one before. */
function useRestore(tenant: string, uid: string, current: number) {
  const router = useRouter();
  const send = (version: number) =>
    callApi(tenantApi(tenant, `dashboards/${uid}/versions/${version}/restore`), { method: "POST", body: {} });
  return useMutation({
    mutationFn: send,
    onError: (error) => notifyError("The version was not restored", error),
    onSuccess: (_answer, version) => {
      router.refresh();
      notifyUndo(`Version ${version} is the current one again.`, () => {
        void send(current)
          .catch((error: unknown) => notifyError("The version was not restored", error))
          .finally(() => router.refresh());
      });
    },
  });
}
