"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { useEffect, useMemo, useRef } from "react";
import { Drawer } from "@/components/ui/drawer";
import { countSeverities } from "@/lib/client/dashboards/count-severities";
import { groupFindings, groupKey, placeNewLast } from "@/lib/client/dashboards/group-findings";
import type { DraftLint } from "@/lib/client/dashboards/use-draft-lint";
import { useServerLint } from "@/lib/client/dashboards/use-server-lint";
import { readExceptions } from "@/lib/shared/dashboards/lint/exceptions";
import type { Finding } from "@/lib/shared/dashboards/lint/lint-report";
import { useDraftDocument } from "../draft-context";
import { useEditor } from "../editor-context";
import { KeptFindings } from "./kept-findings";
import { LintGroup } from "./lint-group";
import { useLintActions } from "./use-lint-actions";

interface LintDrawerProps {
  uid: string;
  /** What the browser found; shown until the server has said what the datasources know. */
  local: DraftLint | null;
  onEditPanel: (panelId: number) => void;
  onOpenSettings: () => void;
  onClose: () => void;
}

export function LintDrawer({ uid, local, onEditPanel, onOpenSettings, onClose }: LintDrawerProps) {
  const document = useDraftDocument();
  const { tenant } = useEditor();
  const server = useServerLint({ tenant, uid, document });
  const lint = server.lint?.document === document ? server.lint : local;
  const actions = useLintActions(lint);
  const seen = useRef<readonly string[]>([]);
  const groups = useMemo(
    () => placeNewLast(groupFindings(lint?.report.findings ?? []), seen.current),
    [lint],
  );
  useEffect(() => {
    seen.current = groups.map(groupKey);
  }, [groups]);
  const fixable = lint?.report.findings.filter(({ fix }) => fix).length ?? 0;
  const show = ({ place }: Finding) => {
    onClose();
    if (place.panelId !== null) onEditPanel(place.panelId);
    else onOpenSettings();
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title="Lint"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Stack gap="sm" data-lint={lint === server.lint && lint !== null ? "complete" : "local"}>
        <Group justify="space-between">
          <Text size="sm">{summaryOf(lint)}</Text>
          {fixable > 0 ? (
            <Button size="compact-sm" variant="default" onClick={() => actions.fixAll()}>
              Apply all {fixable} fixes
            </Button>
          ) : null}
        </Group>
        {groups.map((group) => (
          <LintGroup key={groupKey(group)} group={group} actions={actions} onShow={show} />
        ))}
        {server.error ? (
          <Text size="sm" c="dimmed">
            Metric names and types are not checked: {server.error}
          </Text>
        ) : null}
        {lint && lint.unreachable.length > 0 ? (
          <Text size="sm" c="dimmed">
            Metric names and types are not checked: {lint.unreachable.join(", ")} does not answer.
          </Text>
        ) : null}
        {lint ? (
          <KeptFindings
            report={lint.report}
            exceptions={readExceptions(lint.document)}
            onRelease={actions.release}
          />
        ) : null}
      </Stack>
    </Drawer>
  );
}

function summaryOf(lint: DraftLint | null): string {
  if (!lint) return "Looking…";
  const { error, warning, hint } = countSeverities(lint.report.findings);
  if (error + warning + hint === 0) return "Nothing found.";
  return `${many(error, "error")}, ${many(warning, "warning")}, ${many(hint, "hint")}`;
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
