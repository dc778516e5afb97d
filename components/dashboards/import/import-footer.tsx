"use client";

import { Button, Group, Progress } from "@mantine/core";
import { countLeft } from "@/lib/client/dashboards/import/import-plan";
import type { Import } from "@/lib/client/dashboards/import/use-import";
import classes from "./import.module.css";

interface ImportFooterProps {
  imports: Import;
  /** An input has no value yet. */
  missing: boolean;
  onStart: () => void;
  onClose: () => void;
}

export function ImportFooter({ imports, missing, onStart, onClose }: ImportFooterProps) {
  const { files, states, running, progress } = imports;
  const kinds = [...states.values()].map(({ kind }) => kind);
  const count = (...wanted: string[]) => kinds.filter((kind) => wanted.includes(kind)).length;
  const isIn = count("created", "replaced", "unchanged");
  const left = countLeft({ files, states });
  const share = progress.all === 0 ? 0 : (progress.done / progress.all) * 100;
  const verb =
    states.size > 0 && count("failed", "cancelled") > 0 ? "Import the rest" : `Import ${dashboards(left)}`;
  return (
    <div className={classes.footer}>
      {states.size > 0 ? (
        <div className={classes.progress}>
          <Progress value={share} aria-label="Progress of the import" />
          <p aria-live="polite">
            {describe(progress, { isIn, failed: count("failed"), cancelled: count("cancelled"), running })}
          </p>
        </div>
      ) : null}
      <Group gap="sm" justify="flex-end">
        {missing && left > 0 ? <p className={classes.missing}>An input above has no value yet.</p> : null}
        {running ? (
          <Button variant="default" onClick={imports.cancel}>
            Cancel
          </Button>
        ) : null}
        {!running && isIn > 0 ? (
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        ) : null}
        {left > 0 || isIn === 0 ? (
          <Button disabled={left === 0 || missing} loading={running} onClick={onStart}>
            {left === 0 ? "Import dashboards" : verb}
          </Button>
        ) : null}
      </Group>
    </div>
  );
}

function dashboards(count: number): string {
  return count === 1 ? "dashboard" : `${count} dashboards`;
}

interface Counts {
  isIn: number;
  failed: number;
  cancelled: number;
  running: boolean;
}

function describe(
  { done, all }: { done: number; all: number },
  { isIn, failed, cancelled, running }: Counts,
): string {
  if (running) return `${done} of ${all}${failed > 0 ? `, ${failed} not imported` : ""}`;
  const parts = [`${isIn} imported`];
  if (failed > 0) parts.push(`${failed} not imported, with the reason beside each`);
  if (cancelled > 0) parts.push(`${cancelled} cancelled`);
  return `${parts.join(", ")}.`;
}
