import { Alert } from "@mantine/core";
import { Link } from "@/components/ui/link";
import type { UndoneBulkEdit } from "@/lib/shared/dashboards/bulk/bulk-edit";
import classes from "./bulk-edit.module.css";

interface UndoResultProps {
  tenant: string;
  result: UndoneBulkEdit;
  onClose: () => void;
}

/** What could not be taken back, because somebody saved it meanwhile. */
export function UndoResult({ tenant, result, onClose }: UndoResultProps) {
  const { undone, merged, kept, missing } = result;
  const done = undone + merged.length;
  return (
    <Alert
      color={kept.length + missing > 0 ? "yellow" : "gray"}
      title={done === 1 ? "1 dashboard is as it was" : `${done} dashboards are as they were`}
      withCloseButton
      closeButtonLabel="Close"
      onClose={onClose}
      data-bulk-undone={done}
    >
      {merged.length > 0 ? (
        <p className={classes.line}>
          Saved afterwards in other places, which stay: {merged.map(({ title }) => title).join(", ")}.
        </p>
      ) : null}
      {missing > 0 ? (
        <p className={classes.line}>
          {missing === 1 ? "1 was" : `${missing} were`} deleted since, or lie in folders closed to you.
        </p>
      ) : null}
      {kept.length > 0 ? (
        <ul className={classes.kept}>
          {kept.map(({ uid, title, reason }) => (
            <li key={uid}>
              <Link href={`/t/${tenant}/d/${uid}/versions`}>{title}</Link> stays changed. {reason}
            </li>
          ))}
        </ul>
      ) : null}
    </Alert>
  );
}
