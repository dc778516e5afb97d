"use client";

import { ActionIcon, Autocomplete, Button, Group, Stack } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { keyedByPlace } from "@/components/editor/keyed-by-place";
import { readObjects, readString } from "@/lib/shared/dashboards/read-json";
import type { Json, JsonObject } from "@/lib/shared/json";
import classes from "../panel-editor.module.css";

interface FieldRowsProps {
  /** What one of them is called: "condition". */
  noun: string;
  rows: Json | undefined;
  /** Where each names its field. */
  fieldKey: string;
  fieldNames: readonly string[];
  addLabel: string;
  /** What a new one holds. */
  start: JsonObject;
  onChange: (rows: JsonObject[]) => void;
  /** What is said of the field. */
  children: (row: JsonObject, name: string, change: (next: JsonObject) => void) => ReactNode;
}

/** Lines that each say something of one field; they can be added and removed. */
export function FieldRows(props: FieldRowsProps) {
  const { noun, fieldKey, fieldNames, addLabel, start, onChange, children } = props;
  const rows = readObjects(props.rows);
  return (
    <Stack gap="xs" mt={4}>
      {keyedByPlace(rows).map(({ key, item, index }) => {
        const name = `${noun} ${index + 1}`;
        const change = (next: JsonObject) => onChange(rows.with(index, next));
        return (
          <Group key={key} gap={6} wrap="nowrap" className={classes.fieldRow}>
            <Autocomplete
              flex={2}
              miw={120}
              aria-label={`Field of ${name}`}
              placeholder="Field"
              data={[...fieldNames]}
              value={readString(item[fieldKey])}
              onChange={(field) => change({ ...item, [fieldKey]: field })}
            />
            {children(item, name, change)}
            <ActionIcon
              size={24}
              aria-label={`Remove ${name}`}
              onClick={() => onChange(rows.toSpliced(index, 1))}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </Group>
        );
      })}
      <Button
        variant="default"
        size="compact-sm"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...rows, start])}
      >
        {addLabel}
      </Button>
    </Stack>
  );
}
