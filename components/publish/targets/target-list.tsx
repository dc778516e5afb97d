"use client";

import { Button, Loader } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { AdminHead } from "@/components/admin/admin-head";
import { Notice } from "@/components/ui/notice";
import { useTargets } from "@/lib/client/publish/use-targets";
import type { GrafanaTarget } from "@/lib/shared/publish/grafana-target";
import { TargetCard } from "./target-card";
import { TargetDialog } from "./target-dialog";

/** The Grafana servers of a tenant. */
export function TargetList({ tenant }: { tenant: string }) {
  const targets = useTargets(tenant);
  const [edited, setEdited] = useState<GrafanaTarget | "new" | null>(null);
  const add = (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEdited("new")}>
      Add a Grafana
    </Button>
  );
  return (
    <>
      <AdminHead
        title="Grafana targets"
        about="The Grafana servers that this tenant publishes its dashboards to."
      >
        {targets.data?.length ? add : null}
      </AdminHead>
      {targets.isPending ? <Loader size="sm" aria-label="Reading the Grafana targets" /> : null}
      {targets.isError ? (
        <Notice title="The Grafana targets could not be listed">{targets.error.message}</Notice>
      ) : null}
      {targets.data?.length === 0 ? (
        <Notice title="No Grafana yet" actions={add}>
          A target is the address of a Grafana server and a token of a service account with the role Editor.
        </Notice>
      ) : null}
      {targets.data?.map((target) => (
        <TargetCard key={target.id} tenant={tenant} target={target} onEdit={() => setEdited(target)} />
      ))}
      {edited ? (
        <TargetDialog
          tenant={tenant}
          target={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </>
  );
}
