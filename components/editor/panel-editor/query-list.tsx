"use client";

import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { IconMathFunction, IconPlus } from "@tabler/icons-react";
import { useDashboardRuntime } from "@/components/dashboards/dashboard-runtime";
import { usePanelResult } from "@/lib/client/dashboards/panel-results";
import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { newExpression } from "@/lib/shared/dashboards/edit/new-expression";
import { storedDatasource } from "@/lib/shared/dashboards/edit/stored-datasource";
import { newTarget, withCopy } from "@/lib/shared/dashboards/edit/targets";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { Json } from "@/lib/shared/json";
import { type PanelEdit, useDraftDocument } from "../draft-context";
import { useEditor } from "../editor-context";
import { NewestRows } from "./newest-rows";
import { QueryRow } from "./query-row";

interface QueryListProps {
  panel: ReadPanel;
  /** Under which its data is found. */
  itemKey: string;
  edit: PanelEdit;
}

/** The queries of a panel, and which datasource answers them. */
export function QueryList({ panel, itemKey, edit }: QueryListProps) {
  const { panelResults } = useDashboardRuntime();
  const data = usePanelResult(panelResults, itemKey);
  const { tenant, datasources, datasourceUidOf, datasourceChoices, runs } = useEditor();
  const targets = Array.isArray(panel.raw.targets) ? panel.raw.targets : [];
  const replaceAll = (next: Json[], label: string) => edit.step(["targets"], next, label);
  const addExpression = () => {
    const inputs = panel.targets.map(({ refId }) => refId);
    replaceAll([...targets, newExpression(targets, inputs)], "Add expression");
  };
  const schemaVersion = useDraftDocument().schemaVersion;
  const current = (panel.sharedFrom ? null : panel.datasource?.uid) ?? "";
  const own = panel.sharedFrom ? [] : panel.targets;
  const choices = datasourceChoices(current);
  return (
    <Stack gap="sm">
      <Select
        label="Datasource"
        maw={320}
        allowDeselect={false}
        data={choices}
        value={current}
        disabled={datasources.length === 0}
        onChange={(uid) =>
          uid !== null &&
          edit.put(["datasource"], storedDatasource(uid, panel.raw.datasource, schemaVersion), "Datasource")
        }
      />
      {panel.sharedFrom ? <SharedNote title={panel.sharedFrom.title} /> : null}
      {own.map((target, index) => (
        <QueryRow
          key={target.refId}
          tenant={tenant}
          datasourceUid={datasourceUidOf(target.datasource ?? panel.datasource)}
          target={target}
          index={index}
          inputs={panel.targets.map(({ refId }) => refId).filter((refId) => refId !== target.refId)}
          storesRange={getAt(panel.raw, ["targets", index, "range"]) !== undefined}
          edit={edit}
          errors={data?.errors.filter((error) => error.refId === target.refId || error.refId === "") ?? []}
          result={data?.results.find((result) => result.refId === target.refId) ?? null}
          onRun={() => runs.dispatchEvent(new Event("run"))}
          onDuplicate={() => replaceAll(withCopy(targets, index), `Duplicate query ${target.refId}`)}
          onRemove={() => replaceAll(targets.toSpliced(index, 1), `Remove query ${target.refId}`)}
        />
      ))}
      {panel.sharedFrom ? null : <NewestRows panel={panel} edit={edit} />}
      <Group gap="xs" hidden={panel.sharedFrom !== undefined}>
        <Button
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => replaceAll([...targets, newTarget(targets)], "Add query")}
        >
          Add query
        </Button>
        <Button variant="default" leftSection={<IconMathFunction size={14} />} onClick={addExpression}>
          Add expression
        </Button>
      </Group>
    </Stack>
  );
}

function SharedNote({ title }: { title: string }) {
  return (
    <Text size="sm" c="dimmed">
      Shows what {title ? `“${title}”` : "another panel"} asks; its queries are edited there. Choose a
      datasource to ask something else.
    </Text>
  );
}
