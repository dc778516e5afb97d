"use client";

import { ActionIcon, Autocomplete, Button, Group, Select, Stack } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { keyedByPlace } from "@/components/editor/keyed-by-place";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { choices } from "../options/option-field";
import type { TransformationFormProps } from "./transformation-form";

const types = choices(["number", "Number"], ["string", "Text"], ["time", "Time"], ["boolean", "Yes or no"]);

/** Columns with the type that they are read as. */
export function ConvertForm({ options, fieldNames, onChange }: TransformationFormProps) {
  const conversions = Array.isArray(options.conversions) ? options.conversions.filter(isJsonObject) : [];
  const commit = (next: JsonObject[]) => onChange({ ...options, conversions: next });
  return (
    <Stack gap="xs" mt={4}>
      {keyedByPlace(conversions).map(({ key, item, index }) => (
        <Group key={key} gap={6} wrap="nowrap">
          <Autocomplete
            size="xs"
            flex={1}
            aria-label={`Field of conversion ${index + 1}`}
            placeholder="Field"
            data={[...fieldNames]}
            value={typeof item.targetField === "string" ? item.targetField : ""}
            onChange={(targetField) => commit(conversions.with(index, { ...item, targetField }))}
          />
          <Select
            size="xs"
            w={140}
            aria-label={`Type of conversion ${index + 1}`}
            allowDeselect={false}
            data={types}
            value={typeof item.destinationType === "string" ? item.destinationType : null}
            onChange={(destinationType) =>
              destinationType && commit(conversions.with(index, { ...item, destinationType }))
            }
          />
          <ActionIcon
            size={24}
            aria-label={`Remove conversion ${index + 1}`}
            onClick={() => commit(conversions.toSpliced(index, 1))}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() =>
          commit([...conversions, { targetField: fieldNames[0] ?? "", destinationType: "number" }])
        }
      >
        Add field
      </Button>
    </Stack>
  );
}
