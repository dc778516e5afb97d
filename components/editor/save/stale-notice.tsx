"use client";

import { Alert, Button, Code, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { SaveError } from "@/lib/client/dashboards/use-save-dashboard";
import { diffDashboards } from "@/lib/shared/dashboards/diff/diff-dashboards";
import { mergeDashboards } from "@/lib/shared/dashboards/merge/merge-dashboards";
import type { Conflict } from "@/lib/shared/dashboards/merge/merge-value";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import type { Json } from "@/lib/shared/json";
import { ChangeList } from "./change-list";
import classes from "./stale-notice.module.css";

type Side = "mine" | "theirs";

interface StaleNoticeProps {
  stale: NonNullable<SaveError["stale"]>;
  base: { version: number; document: DashboardDocument };
  mine: DashboardDocument;
  saving: boolean;
  onUse: (document: DashboardDocument) => void;
}

/** Somebody saved meanwhile: what they changed, what both changed side by side, and a way to keep both. */
export function StaleNotice({ stale, base, mine, saving, onUse }: StaleNoticeProps) {
  const [theirSide, setTheirSide] = useState<ReadonlySet<string>>(new Set());
  const theirs = diffDashboards(base.document, stale.document);
  const sideOf = (path: readonly string[]): Side => (theirSide.has(path.join("/")) ? "theirs" : "mine");
  const { document, conflicts } = mergeDashboards(base.document, mine, stale.document, sideOf);
  const choose = (path: readonly string[], side: Side) =>
    setTheirSide((before) => {
      const next = new Set(before);
      if (side === "theirs") next.add(path.join("/"));
      else next.delete(path.join("/"));
      return next;
    });
  return (
    <Alert color="yellow" title={`${stale.createdBy} saved version ${stale.version} meanwhile`} data-stale>
      <Stack gap="sm">
        <ChangeList diff={theirs} />
        {conflicts.length === 0 ? (
          <Text size="sm">Your changes touch other places, so both can be kept.</Text>
        ) : (
          <>
            <Text size="sm">Both of you changed the same in these places. Choose which one stays.</Text>
            {conflicts.map((conflict) => (
              <ConflictChoice
                key={conflict.path.join("/")}
                conflict={conflict}
                side={sideOf(conflict.path)}
                onChoose={(side) => choose(conflict.path, side)}
              />
            ))}
          </>
        )}
        <Group>
          <Button loading={saving} onClick={() => onUse(document)}>
            Save both
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

interface ConflictChoiceProps {
  conflict: Conflict;
  side: Side;
  onChoose: (side: Side) => void;
}

function ConflictChoice({ conflict: { path, mine, theirs }, side, onChoose }: ConflictChoiceProps) {
  const name = path.join(" / ");
  return (
    <div className={classes.conflict}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={`Which ${name} stays`}
          data={[
            { value: "mine", label: "Mine" },
            { value: "theirs", label: "Theirs" },
          ]}
          value={side}
          onChange={(value) => onChoose(value === "theirs" ? "theirs" : "mine")}
        />
      </Group>
      <div className={classes.sides}>
        <Code block data-kept={side === "mine" || undefined}>
          {inWords(mine)}
        </Code>
        <Code block data-kept={side === "theirs" || undefined}>
          {inWords(theirs)}
        </Code>
      </div>
    </div>
  );
}

function inWords(value: Json | undefined): string {
  if (value === undefined) return "removed";
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
