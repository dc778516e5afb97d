"use client";

import { ActionIcon, Group, Paper, Select, Stack, Switch, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { isQueryAnnotation, withExpr } from "@/lib/shared/dashboards/edit/annotations";
import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { storedDatasource } from "@/lib/shared/dashboards/edit/stored-datasource";
import { readStoredAnnotations } from "@/lib/shared/dashboards/read-annotations";
import { readDatasource } from "@/lib/shared/dashboards/read-datasource";
import type { JsonObject } from "@/lib/shared/json";
import type { AnnotationAnswer } from "@/lib/shared/prometheus/annotation-query";
import { useDraftDocument } from "../draft-context";
import { useEditor } from "../editor-context";
import { ColorField } from "../panel-editor/color-field";
import { FoundEvents } from "./found-events";
import { SettledInput } from "./settled-input";
import { StoredAnnotationFields } from "./stored-annotation-fields";

interface AnnotationFormProps {
  annotation: JsonObject;
  others: readonly string[];
  /** What it finds now. */
  answer: AnnotationAnswer | undefined;
  failure: string | undefined;
  onChange: (annotation: JsonObject, field: string) => void;
  onRemove: () => void;
}

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** One annotation; what the form does not show stays as it is. */
export function AnnotationForm(props: AnnotationFormProps) {
  const { annotation, others, answer, failure, onChange, onRemove } = props;
  const name = text(annotation.name);
  const stored = readStoredAnnotations(annotation);
  const set = (field: string, value: JsonObject[string]) =>
    onChange({ ...annotation, [field]: value }, field);
  return (
    <Paper withBorder p="sm" data-annotation={name}>
      <Stack gap="sm">
        <Group gap="sm" wrap="nowrap" align="end">
          <TextInput
            label="Name"
            flex={1}
            value={name}
            error={others.includes(name) ? "Another annotation has this name." : null}
            onChange={(event) => set("name", event.currentTarget.value)}
          />
          <ColorField
            label="Colour"
            value={text(annotation.iconColor)}
            onChange={(color) => set("iconColor", color)}
          />
          <ActionIcon aria-label={`Remove ${name}`} onClick={onRemove}>
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </Group>
        <Group gap="md">
          <Switch
            label="On when the dashboard opens"
            checked={annotation.enable === true}
            onChange={(event) => set("enable", event.currentTarget.checked)}
          />
          <Switch
            label="Has a switch on the dashboard"
            checked={annotation.hide !== true}
            onChange={(event) => set("hide", !event.currentTarget.checked)}
          />
        </Group>
        {!stored && isQueryAnnotation(annotation) ? (
          <>
            <QueryFields annotation={annotation} onChange={onChange} />
            <FoundEvents answer={answer} failure={failure} />
          </>
        ) : stored ? (
          <>
            <StoredAnnotationFields annotation={annotation} stored={stored} onChange={onChange} />
            <FoundEvents answer={answer} failure={failure} />
          </>
        ) : (
          <Text size="sm" c="dimmed">
            This kind is kept as it is; change it in the JSON.
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function QueryFields({ annotation, onChange }: Pick<AnnotationFormProps, "annotation" | "onChange">) {
  const { datasourceChoices } = useEditor();
  const schemaVersion = useDraftDocument().schemaVersion;
  const datasource = readDatasource(annotation.datasource)?.uid ?? "";
  const set = (field: string, value: JsonObject[string]) =>
    onChange({ ...annotation, [field]: value }, field);
  const expr = text(annotation.expr) || text(getAt(annotation, ["target", "expr"]));
  return (
    <>
      <Group grow align="start">
        <Select
          label="Datasource"
          allowDeselect={false}
          data={datasourceChoices(datasource)}
          value={datasource}
          onChange={(uid) =>
            uid !== null &&
            set("datasource", storedDatasource(uid, annotation.datasource, schemaVersion) ?? null)
          }
        />
        <SettledInput
          label="Minimum step"
          placeholder="60s"
          value={text(annotation.step)}
          onSettled={(step) => set("step", step)}
        />
      </Group>
      <SettledInput
        label="Query"
        placeholder="changes(process_start_time_seconds[1m]) > 0"
        description="A sample of 1 and more is an event; those in a row are one stretch of time."
        value={expr}
        onSettled={(next) => onChange(withExpr(annotation, next), "expr")}
      />
      <Group grow align="start">
        <SettledInput
          label="Title"
          placeholder="{{job}}"
          value={text(annotation.titleFormat)}
          onSettled={(format) => set("titleFormat", format)}
        />
        <SettledInput
          label="Text"
          placeholder="{{instance}} has started"
          value={text(annotation.textFormat)}
          onSettled={(format) => set("textFormat", format)}
        />
        <SettledInput
          label="Tags"
          placeholder="job, severity"
          value={text(annotation.tagKeys)}
          onSettled={(keys) => set("tagKeys", keys)}
        />
      </Group>
    </>
  );
}
