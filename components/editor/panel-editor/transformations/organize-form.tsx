"use client";

import { ActionIcon, Group, Text, TextInput } from "@mantine/core";
import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { MoveButtons } from "@/components/editor/move-buttons";
import { organizedColumns, organizeOptions } from "@/lib/shared/dashboards/edit/transformations";
import { withMoved } from "@/lib/shared/dashboards/edit/with-moved";
import classes from "../panel-editor.module.css";
import { ColumnRows } from "./column-rows";
import type { TransformationFormProps } from "./transformation-form";

/** The columns that come in: hidden, moved and renamed one by one. */
export function OrganizeForm({ options, fieldNames, onChange }: TransformationFormProps) {
  const columns = organizedColumns(options, fieldNames);
  const commit = (next: typeof columns) => onChange(organizeOptions(options, next));
  return (
    <ColumnRows>
      {columns.map((column, index) => {
        const { name, shown, newName } = column;
        const change = (part: Partial<typeof column>) => commit(columns.with(index, { ...column, ...part }));
        return (
          <Group key={name} gap={4} wrap="nowrap" data-hidden={!shown || undefined}>
            <ActionIcon
              size={24}
              aria-label={shown ? `Hide ${name}` : `Show ${name}`}
              onClick={() => change({ shown: !shown })}
            >
              {shown ? <IconEye size={15} aria-hidden /> : <IconEyeOff size={15} aria-hidden />}
            </ActionIcon>
            <Text size="xs" className={classes.column} truncate title={name}>
              {name}
            </Text>
            <TextInput
              flex={1}
              aria-label={`New name of ${name}`}
              placeholder="New name"
              value={newName}
              onChange={(event) => change({ newName: event.currentTarget.value })}
            />
            <MoveButtons
              size={24}
              name={name}
              index={index}
              count={columns.length}
              onMove={(by) => commit(withMoved(columns, index, by))}
            />
          </Group>
        );
      })}
    </ColumnRows>
  );
}
