"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useDashboardRuntime } from "@/components/dashboards/dashboard-runtime";
import { useAnnotationEvents } from "@/lib/client/annotations/use-annotation-events";
import {
  listAnnotations,
  newAnnotation,
  newTaggedAnnotation,
  withAnnotations,
} from "@/lib/shared/dashboards/edit/annotations";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { useDraftDocument, useDraftStore } from "../draft-context";
import { keyedByPlace } from "../keyed-by-place";
import { useDraftedAnnotations } from "../use-drafted-annotations";
import { AnnotationForm } from "./annotation-form";

/** The annotations of the dashboard, each with what it finds in the present time range. */
export function AnnotationList() {
  const store = useDraftStore();
  const list = listAnnotations(useDraftDocument());
  const { tenant, uid, dashboard, range, variables } = useDashboardRuntime();
  const names = list.map((one) => (isJsonObject(one) && typeof one.name === "string" ? one.name : ""));
  const { answers, failure } = useAnnotationEvents({
    ...{ tenant, uid, range, variables },
    names: dashboard.annotations.filter(({ region }) => !region).map(({ name }) => name),
    drafts: useDraftedAnnotations(),
    ready: true,
    refreshCount: 0,
  });
  const commit = (next: Json[], label: string, mergeKey?: string) =>
    store.getState().change(label, (document) => withAnnotations(document, next), mergeKey);
  return (
    <Stack gap="sm">
      {list.length === 0 ? (
        <Text size="sm" c="dimmed">
          Annotations mark moments and stretches of time on every chart: deployments, restarts, alerts.
        </Text>
      ) : null}
      {keyedByPlace(list).map(({ key, item, index }) =>
        isJsonObject(item) ? (
          <AnnotationForm
            key={key}
            annotation={item}
            others={names.filter((_, other) => other !== index)}
            answer={answers.find(({ name }) => name === names[index])}
            failure={failure}
            onChange={(next, field) =>
              commit(list.with(index, next), `Annotation ${names[index]}`, `annotation/${index}/${field}`)
            }
            onRemove={() => commit(list.toSpliced(index, 1), `Remove annotation ${names[index]}`)}
          />
        ) : null,
      )}
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => commit([...list, newAnnotation(names)], "Add annotation")}
        >
          Add annotation
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => commit([...list, newTaggedAnnotation(names)], "Show annotations by tag")}
        >
          Show annotations by tag
        </Button>
      </Group>
    </Stack>
  );
}
