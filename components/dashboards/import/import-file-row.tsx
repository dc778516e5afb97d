"use client";

import { ActionIcon, Button, Loader } from "@mantine/core";
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconChevronRight,
  IconCircle,
  IconX,
} from "@tabler/icons-react";
import { Link } from "@/components/ui/link";
import type { ImportFile, ReadableFile } from "@/lib/client/dashboards/import/read-import-file";
import type { ImportState } from "@/lib/client/dashboards/import/run-import";
import { FindingList } from "./finding-list";
import classes from "./import.module.css";

interface ImportFileRowProps {
  tenant: string;
  file: ImportFile;
  state: ImportState | undefined;
  open: boolean;
  onToggle: () => void;
  onRemove: (() => void) | null;
  onReplace: (file: ReadableFile) => void;
}

export function ImportFileRow({
  tenant,
  file,
  state,
  open,
  onToggle,
  onRemove,
  onReplace,
}: ImportFileRowProps) {
  const isBroken = "problem" in file;
  const findings = isBroken ? [] : file.findings;
  const problem = isBroken ? file.problem : state?.kind === "failed" ? state.message : null;
  return (
    <div className={classes.file} data-import-state={isBroken ? "problem" : (state?.kind ?? "ready")}>
      <StateIcon state={isBroken ? "problem" : (state?.kind ?? "ready")} />
      <div className={classes.name}>
        <strong>
          {state && "uid" in state ? (
            <Link href={`/t/${tenant}/d/${state.uid}`}>{titleOf(file)}</Link>
          ) : (
            titleOf(file)
          )}
        </strong>
        <small>
          {state && "uid" in state ? `${outcomes[state.kind]} · ` : ""}
          {isBroken || file.path === file.title ? "" : `${file.path} · `}
          {isBroken ? "" : `${file.panels} ${file.panels === 1 ? "panel" : "panels"}`}
        </small>
        {problem ? (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        ) : null}
      </div>
      {findings.length > 0 ? (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-expanded={open}
          onClick={onToggle}
          rightSection={
            <IconChevronRight
              className={classes.chevron}
              data-open={open || undefined}
              size={14}
              aria-hidden
            />
          }
        >
          {findings.length} {findings.length === 1 ? "finding" : "findings"}
        </Button>
      ) : null}
      {state?.kind === "failed" && state.taken && !isBroken ? (
        <Button variant="default" size="compact-sm" onClick={() => onReplace(file)}>
          Replace it
        </Button>
      ) : null}
      {onRemove && (state === undefined || isBroken) ? (
        <ActionIcon aria-label={`Leave out ${titleOf(file)}`} onClick={onRemove}>
          <IconX size={15} />
        </ActionIcon>
      ) : null}
      {open && findings.length > 0 ? <FindingList findings={findings} /> : null}
    </div>
  );
}

const outcomes = { created: "imported", replaced: "replaced", unchanged: "there already, unchanged" };

function titleOf(file: ImportFile): string {
  return "problem" in file ? file.path : file.title;
}

function StateIcon({ state }: { state: ImportState["kind"] | "problem" | "ready" }) {
  if (state === "running") return <Loader size={16} aria-label="Being imported" />;
  if (state === "problem" || state === "failed") {
    return <IconAlertTriangle size={16} color="var(--ps-error)" aria-label="Not imported" />;
  }
  if (state === "cancelled") return <IconBan size={16} aria-label="Cancelled" />;
  if (state === "ready" || state === "waiting") return <IconCircle size={16} opacity={0.5} aria-hidden />;
  return <IconCheck size={16} color="var(--ps-ok)" aria-label="Imported" />;
}
