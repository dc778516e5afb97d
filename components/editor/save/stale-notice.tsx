"use client";

import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import type { SaveError } from "@/lib/client/dashboards/use-save-dashboard";
import { diffDashboards, isSameDashboard } from "@/lib/shared/dashboards/diff/diff-dashboards";
import { groupConflicts } from "@/lib/shared/dashboards/merge/group-conflicts";
import { mergeDashboards } from "@/lib/shared/dashboards/merge/merge-dashboards";
import type { Choice } from "@/lib/shared/dashboards/merge/merge-value";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { ChangeList } from "./change-list";
import { ConflictChoice } from "./conflict-choice";
import classes from "./stale-notice.module.css";

interface StaleNoticeProps {
  stale: NonNullable<SaveError["stale"]>;
  base: { version: number; document: DashboardDocument };
  mine: DashboardDocument;
  saving: boolean;
  onUse: (document: DashboardDocument) => void;
}

/** Somebody saved meanwhile: what they changed, what both changed side by side, and what saving both comes to. */
export function StaleNotice({ stale, base, mine, saving, onUse }: StaleNoticeProps) {
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set());
  const theirs = useMemo(
    () => diffDashboards(base.document, stale.document),
    [base.document, stale.document],
  );
  const { document, conflicts } = useMemo(
    () =>
      mergeDashboards(base.document, mine, stale.document, (path) => choices.get(path.join("/")) ?? "mine"),
    [base.document, mine, stale.document, choices],
  );
  const groups = groupConflicts(conflicts, [mine, stale.document, base.document]);
  const added = diffDashboards(stale.document, document);
  return (
    <Alert
      className={classes.notice}
      color="yellow"
      title={`${stale.createdBy} saved version ${stale.version} meanwhile`}
      data-stale
    >
      <Stack gap="sm">
        <ChangeList diff={theirs} />
        <Text size="sm">
          {conflicts.length === 0
            ? "Your changes touch other places, so both can be kept."
            : "Both of you changed the same in these places. Choose which one stays, or write what should stand there."}
        </Text>
        {groups.map(({ title, conflicts: inside }) => (
          <section key={title} className={classes.group} aria-label={`Conflicts in ${title}`}>
            <h3>{title}</h3>
            {inside.map(({ conflict, what }) => {
              const key = conflict.path.join("/");
              return (
                <ConflictChoice
                  key={key}
                  what={what}
                  label={`${title}, ${what}`}
                  conflict={conflict}
                  choice={choices.get(key) ?? "mine"}
                  onChoose={(choice) => setChoices((before) => new Map(before).set(key, choice))}
                  onReadable={(readable) =>
                    setUnreadable((before) =>
                      readable ? before.difference(new Set([key])) : before.union(new Set([key])),
                    )
                  }
                />
              );
            })}
          </section>
        ))}
        <details className={classes.outcome}>
          <summary>What your save adds to theirs</summary>
          {isSameDashboard(added) ? (
            <Text size="sm">Nothing: theirs stays as it is.</Text>
          ) : (
            <ChangeList diff={added} />
          )}
        </details>
        <Group>
          <Button loading={saving} disabled={unreadable.size > 0} onClick={() => onUse(document)}>
            Save both
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
