"use client";

import { ActionIcon, Group, Paper, Text } from "@mantine/core";
import { IconEye, IconEyeOff, IconTrash } from "@tabler/icons-react";
import { useMemo } from "react";
import { MoveButtons } from "@/components/editor/move-buttons";
import { readObject, readString } from "@/lib/shared/dashboards/read-json";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { JsonObject } from "@/lib/shared/json";
import classes from "../panel-editor.module.css";
import { useFieldNames } from "../use-field-names";
import { TransformationForm } from "./transformation-form";
import { transformationKinds } from "./transformation-kinds";

interface TransformationCardProps {
  stored: JsonObject;
  index: number;
  count: number;
  /** How many are carried out before this one. */
  before: number;
  panel: ReadPanel;
  itemKey: string;
  scopedVariables: Record<string, string>;
  onChange: (next: JsonObject, label: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One transformation; its form offers the fields that come in. */
export function TransformationCard(props: TransformationCardProps) {
  const { stored, index, count, before, panel, itemKey, scopedVariables, onChange, onMove, onRemove } = props;
  const id = readString(stored.id);
  const kind = transformationKinds[id === "seriesToColumns" ? "joinByField" : id];
  const label = kind?.label ?? id;
  const name = `transformation ${index + 1}, ${label}`;
  const off = stored.disabled === true;
  const incoming = useMemo(
    () => ({ ...panel, transformations: panel.transformations.slice(0, before) }),
    [panel, before],
  );
  const fieldNames = useFieldNames(incoming, itemKey, scopedVariables, true);
  const { disabled, ...switchedOn } = stored;
  return (
    <Paper withBorder p="sm" data-transformation={id} data-off={off || undefined} className={classes.step}>
      <Group gap={4} wrap="nowrap">
        <Text size="sm" fw={600} flex={1} truncate>
          {index + 1}. {label}{" "}
          {off ? (
            <Text span c="dimmed" size="xs">
              off
            </Text>
          ) : null}
        </Text>
        <ActionIcon
          size={24}
          aria-label={off ? `Switch on ${name}` : `Switch off ${name}`}
          onClick={() => onChange(off ? switchedOn : { ...stored, disabled: true }, `Switch ${label}`)}
        >
          {off ? <IconEyeOff size={15} aria-hidden /> : <IconEye size={15} aria-hidden />}
        </ActionIcon>
        <MoveButtons size={24} name={name} index={index} count={count} onMove={onMove} />
        <ActionIcon size={24} aria-label={`Remove ${name}`} onClick={onRemove}>
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      </Group>
      <TransformationForm
        id={id}
        kind={kind}
        options={readObject(stored.options)}
        fieldNames={fieldNames}
        onChange={(options) => onChange({ ...stored, options }, `Options of ${label}`)}
      />
    </Paper>
  );
}
