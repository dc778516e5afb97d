"use client";

import { Alert, Button, Group, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { DiffView } from "@/components/publish/diff-view";
import changes from "@/components/publish/diff-view.module.css";
import classes from "@/components/publish/publish.module.css";
import { Modal } from "@/components/ui/modal";
import { notifyDone } from "@/components/ui/notify";
import { usePull } from "@/lib/client/publish/use-publications";
import type { Publication, PullResult } from "@/lib/shared/publish/publication";

interface PullDialogProps {
  tenant: string;
  publication: Publication;
  onClose: () => void;
}

/** Takes what changed in Grafana; asks only about what both sides changed. */
export function PullDialog({ tenant, publication, onClose }: PullDialogProps) {
  const router = useRouter();
  const pull = usePull(tenant);
  const title = publication.title ?? publication.uid;
  const run = (prefer?: "here" | "grafana") =>
    pull.mutate(
      { target: publication.target.id, dashboard: publication.uid, prefer },
      {
        onSuccess: (result) => {
          if (result.state === "conflicts") return;
          const word =
            result.state === "pulled"
              ? `Pulled as version ${result.version}.`
              : "There was nothing new to pull.";
          notifyDone(`${title}: ${word}`);
          router.refresh();
          onClose();
        },
      },
    );
  const conflicts = pull.data?.state === "conflicts" ? pull.data : null;
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ "aria-label": "Close" }}
      title={`Pull ${title} from ${publication.target.name}`}
      size="lg"
    >
      <Stack gap="sm">
        {conflicts ? <Conflicts result={conflicts} /> : <PullPreview publication={publication} />}
        {pull.isError ? (
          <Alert color="red" role="alert">
            {pull.error.message}
          </Alert>
        ) : null}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          {conflicts ? (
            <>
              <Button variant="default" loading={pull.isPending} onClick={() => run("here")}>
                Pull, and keep ours in conflicts
              </Button>
              <Button loading={pull.isPending} onClick={() => run("grafana")}>
                Pull, and take theirs in conflicts
              </Button>
            </>
          ) : (
            <Button loading={pull.isPending} onClick={() => run()}>
              Pull
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function PullPreview({ publication: { drift } }: { publication: Publication }) {
  return (
    <>
      <p className={classes.reason}>
        What changed there since the publish is merged into the dashboard here, as a new version.
      </p>
      {drift ? <DiffView diff={drift.diff} /> : null}
    </>
  );
}

function Conflicts({ result: { conflicts } }: { result: PullResult }) {
  return (
    <>
      <p className={classes.reason}>
        {conflicts.length === 1 ? "One value was" : `${conflicts.length} values were`} changed here and there.
        Everything else merges.
      </p>
      <dl className={changes.fields}>
        {conflicts.map(({ path, here, grafana }) => (
          <ConflictLine key={path} path={path} here={here} grafana={grafana} />
        ))}
      </dl>
    </>
  );
}

function ConflictLine({ path, here, grafana }: PullResult["conflicts"][number]) {
  return (
    <>
      <dt>{path}</dt>
      <dd>
        <div>Here: {here ?? "removed"}</div>
        <div>Grafana: {grafana ?? "removed"}</div>
      </dd>
    </>
  );
}
