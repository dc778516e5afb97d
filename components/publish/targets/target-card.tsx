"use client";

import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import classes from "@/components/publish/publish.module.css";
import { Ago } from "@/components/ui/ago";
import { Modal } from "@/components/ui/modal";
import { notifyDone, notifyError } from "@/components/ui/notify";
import { useDeleteTarget, useTestTarget } from "@/lib/client/publish/use-targets";
import type { GrafanaTarget } from "@/lib/shared/publish/grafana-target";
import { TargetTestResult } from "./target-test-result";

interface TargetCardProps {
  tenant: string;
  target: GrafanaTarget;
  onEdit: () => void;
}

export function TargetCard({ tenant, target, onEdit }: TargetCardProps) {
  const test = useTestTarget(tenant);
  const [deleting, setDeleting] = useState(false);
  const result = test.data ?? target.lastTest;
  const run = () =>
    test.mutate({ id: target.id }, { onError: (error) => notifyError("The target was not tested", error) });
  return (
    <section className={classes.target} data-target={target.name} aria-label={target.name}>
      <Group justify="space-between" gap="sm">
        <span className={classes.strong}>{target.name}</span>
        <Group gap="xs">
          <Button variant="default" loading={test.isPending} onClick={run}>
            Test
          </Button>
          <Button variant="default" onClick={onEdit}>
            Edit
          </Button>
          <Button variant="default" color="red" onClick={() => setDeleting(true)}>
            Delete
          </Button>
        </Group>
      </Group>
      <p className={classes.facts}>
        <a href={target.url} target="_blank" rel="noreferrer noopener">
          {target.url}
        </a>
        {target.grafanaVersion ? <span>Grafana {target.grafanaVersion}</span> : null}
        <span>{target.authKind === "token" ? "Token" : "User and password"}</span>
        <span>{target.folder ? `Folder “${target.folder}”` : "Folders as here"}</span>
        {target.lastTestedAt ? (
          <span>
            tested <Ago at={target.lastTestedAt} />
          </span>
        ) : (
          <span>not tested yet</span>
        )}
      </p>
      {result ? (
        <div className={classes.result}>
          <TargetTestResult test={result} />
        </div>
      ) : null}
      {deleting ? <DeleteDialog tenant={tenant} target={target} onClose={() => setDeleting(false)} /> : null}
    </section>
  );
}

/** Asked, because the secret and the history go with it. */
function DeleteDialog({
  tenant,
  target,
  onClose,
}: Omit<TargetCardProps, "onEdit"> & { onClose: () => void }) {
  const remove = useDeleteTarget(tenant);
  const run = () =>
    remove.mutate(target.id, {
      onSuccess: () => notifyDone(`${target.name} is deleted.`),
      onError: (error) => notifyError("The target was not deleted", error),
    });
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ "aria-label": "Close" }}
      title={`Delete ${target.name}`}
    >
      <Stack gap="md">
        <span>
          Its stored secret, its plans and its history are deleted too. Dashboards that were published stay in
          Grafana and are no longer followed.
        </span>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button color="red" loading={remove.isPending} onClick={run}>
            Delete
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
