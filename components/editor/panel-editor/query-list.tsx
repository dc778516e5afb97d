"use client";

import { Button, Select, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { newTarget, withCopy } from "@/lib/shared/dashboards/edit/targets";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { Json } from "@/lib/shared/json";
import type { PanelEdit } from "../draft-context";
import { useEditor } from "../editor-context";
import { QueryRow } from "./query-row";

/** The queries of a panel, and which datasource answers them. */
export function QueryList({ panel, edit }: { panel: ReadPanel; edit: PanelEdit }) {
  const { tenant, datasources, datasourceUidOf, datasourceChoices } = useEditor();
  const targets = Array.isArray(panel.raw.targets) ? panel.raw.targets : [];
  const replaceAll = (next: Json[], label: string) => edit.set(["targets"], next, label);
  const current = panel.datasource?.uid ?? "";
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
          uid !== null && edit.put(["datasource"], uid === "" ? undefined : uid, "Datasource")
        }
      />
      {panel.targets.map((target, index) => (
        <QueryRow
          key={target.refId}
          tenant={tenant}
          datasourceUid={datasourceUidOf(target.datasource ?? panel.datasource)}
          target={target}
          index={index}
          edit={edit}
          onDuplicate={() => replaceAll(withCopy(targets, index), `Duplicate query ${target.refId}`)}
          onRemove={() => replaceAll(targets.toSpliced(index, 1), `Remove query ${target.refId}`)}
        />
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={14} />}
        onClick={() => replaceAll([...targets, newTarget(targets)], "Add query")}
      >
        Add query
      </Button>
    </Stack>
  );
}
