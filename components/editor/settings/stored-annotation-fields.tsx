"use client";

import { Group, Select, Switch, TagsInput } from "@mantine/core";
import { withStored } from "@/lib/shared/dashboards/edit/annotations";
import type { StoredAnnotations } from "@/lib/shared/dashboards/reading-model";
import type { JsonObject } from "@/lib/shared/json";

interface StoredAnnotationFieldsProps {
  annotation: JsonObject;
  stored: StoredAnnotations;
  onChange: (annotation: JsonObject, field: string) => void;
}

/** Which of the annotations that people and programs wrote down are shown. */
export function StoredAnnotationFields({ annotation, stored, onChange }: StoredAnnotationFieldsProps) {
  const set = (field: string, value: JsonObject[string]) =>
    onChange(withStored(annotation, { [field]: value }), field);
  return (
    <>
      <Select
        label="Show"
        allowDeselect={false}
        data={[
          { value: "dashboard", label: "What was written down on this dashboard" },
          { value: "tags", label: "What carries these tags, wherever it was written down" },
        ]}
        value={stored.by}
        onChange={(by) => by !== null && set("type", by)}
      />
      {stored.by === "tags" ? (
        <Group align="end" gap="md">
          <TagsInput
            label="Tags"
            flex={1}
            placeholder={stored.tags.length === 0 ? "deploy" : undefined}
            description={
              stored.tags.length === 0 ? "Name at least one tag: without any nothing is shown." : null
            }
            acceptValueOnBlur
            value={stored.tags}
            onChange={(tags) => set("tags", tags)}
          />
          <Switch
            label="Any of them is enough"
            checked={stored.matchAny}
            onChange={(event) => set("matchAny", event.currentTarget.checked)}
          />
        </Group>
      ) : null}
    </>
  );
}
