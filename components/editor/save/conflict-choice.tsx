"use client";

import { Code, Group, SegmentedControl, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Choice, Conflict, MaybeJson } from "@/lib/shared/dashboards/merge/merge-value";
import type { Json } from "@/lib/shared/json";
import classes from "./stale-notice.module.css";

interface ConflictChoiceProps {
  what: string;
  label: string;
  conflict: Conflict;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  /** Whether what the person writes can be taken. */
  onReadable: (readable: boolean) => void;
}

/** Both values side by side: mine stays, theirs stays, or something else is written. */
export function ConflictChoice({ what, label, conflict, choice, onChoose, onReadable }: ConflictChoiceProps) {
  const { mine, theirs } = conflict;
  // Texts are written as they are, everything else as JSON.
  const isText = [mine, theirs].every((value) => typeof value === "string" || value === undefined);
  const [draft, setDraft] = useState<string | null>(null);
  const problem = draft === null ? null : problemOf(draft, isText);
  function write(text: string) {
    setDraft(text);
    const found = problemOf(text, isText);
    onReadable(found === null);
    if (found === null) onChoose({ value: readDraft(text, isText) });
  }
  function pick(side: string) {
    if (side === "edit") return write(inWords(mine ?? theirs));
    setDraft(null);
    onReadable(true);
    onChoose(side === "theirs" ? "theirs" : "mine");
  }
  return (
    <div className={classes.conflict}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {what}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={`Which ${label} stays`}
          data={[
            { value: "mine", label: "Mine" },
            { value: "theirs", label: "Theirs" },
            { value: "edit", label: "Edit" },
          ]}
          value={draft === null && typeof choice === "string" ? choice : "edit"}
          onChange={pick}
        />
      </Group>
      <div className={classes.sides}>
        <Side name="My value" value={mine} kept={choice === "mine" && draft === null} />
        <Side name="Their value" value={theirs} kept={choice === "theirs" && draft === null} />
      </div>
      {draft === null ? null : (
        <Textarea
          aria-label={`What should stand in ${label}`}
          autosize
          minRows={1}
          maxRows={12}
          spellCheck={false}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
          value={draft}
          error={problem}
          onChange={(event) => write(event.currentTarget.value)}
        />
      )}
    </div>
  );
}

function Side({ name, value, kept }: { name: string; value: MaybeJson; kept: boolean }) {
  return (
    <figure className={classes.side}>
      <figcaption>{name}</figcaption>
      <Code block data-kept={kept || undefined}>
        {inWords(value)}
      </Code>
    </figure>
  );
}

function inWords(value: MaybeJson): string {
  if (value === undefined) return "removed";
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function readDraft(text: string, isText: boolean): MaybeJson {
  if (isText) return text;
  const value: Json = JSON.parse(text);
  return value;
}

function problemOf(text: string, isText: boolean): string | null {
  try {
    readDraft(text, isText);
    return null;
  } catch {
    return "Write it as JSON, as the two above are.";
  }
}
