"use client";

import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { placeWords } from "@/lib/client/dashboards/group-findings";
import type { Finding } from "@/lib/shared/dashboards/lint/lint-report";
import classes from "./lint-drawer.module.css";
import type { LintActions } from "./use-lint-actions";

interface LintFindingProps {
  finding: Finding;
  actions: LintActions;
  onShow: (finding: Finding) => void;
}

/** One finding: where, what, and what can be done about it. */
export function LintFinding({ finding, actions, onShow }: LintFindingProps) {
  const [keeping, setKeeping] = useState(false);
  const { message, fix } = finding;
  return (
    <li className={classes.finding} data-lint-finding={finding.rule}>
      <button type="button" className={classes.place} onClick={() => onShow(finding)}>
        {placeWords(finding)}
      </button>
      <p className={classes.message}>{message}</p>
      {keeping ? (
        <KeepForm onKeep={(reason) => actions.keep(finding, reason)} onCancel={() => setKeeping(false)} />
      ) : (
        <div className={classes.actions}>
          {fix ? (
            <Button size="compact-xs" variant="default" onClick={() => actions.fix(finding)}>
              {fix.label}
            </Button>
          ) : null}
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setKeeping(true)}>
            Keep with a reason
          </Button>
        </div>
      )}
    </li>
  );
}

function KeepForm({ onKeep, onCancel }: { onKeep: (reason: string) => void; onCancel: () => void }) {
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() !== "") onKeep(reason.trim());
  }
  return (
    <form onSubmit={submit}>
      <TextInput
        label="Why it stays as it is"
        description="Written into the dashboard, for everybody who checks it."
        value={reason}
        error={asked && reason.trim() === "" ? "Say why, so that the next person knows." : null}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap={6} mt={6}>
        <Button size="compact-xs" type="submit">
          Keep
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
