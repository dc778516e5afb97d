"use client";

import { ActionIcon, Button, Group, Paper, Stack, Switch, TagsInput, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import {
  type DashboardLinkType,
  listDashboardLinks,
  newDashboardLink,
  withDashboardLinks,
} from "@/lib/shared/dashboards/edit/dashboard-links";
import { withMoved } from "@/lib/shared/dashboards/edit/with-moved";
import { readArray, readString } from "@/lib/shared/dashboards/read-json";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { linkProblem } from "@/lib/shared/panels/fields/link-problem";
import { useDraftDocument, useDraftStore } from "../draft-context";
import { keyedByPlace } from "../keyed-by-place";
import { MoveButtons } from "../move-buttons";

/** The links below the header of the dashboard. */
export function DashboardLinkList() {
  const store = useDraftStore();
  const links = listDashboardLinks(useDraftDocument());
  const commit = (next: Json[], label: string, mergeKey?: string) =>
    store.getState().change(label, (document) => withDashboardLinks(document, next), mergeKey);
  const add = (type: DashboardLinkType) => commit([...links, newDashboardLink(type)], "Add link");
  return (
    <Stack gap="sm">
      {links.length === 0 ? (
        <Text size="sm" c="dimmed">
          Links stand below the dashboard's title: to runbooks, repositories, or all dashboards with a tag.
        </Text>
      ) : null}
      {keyedByPlace(links).map(({ key, item, index }) =>
        isJsonObject(item) ? (
          <LinkForm
            key={key}
            link={item}
            number={index + 1}
            count={links.length}
            onChange={(next, field) =>
              commit(links.with(index, next), `Link ${index + 1}`, `link/${index}/${field}`)
            }
            onMove={(by) => commit(withMoved(links, index, by), "Move link")}
            onRemove={() => commit(links.toSpliced(index, 1), "Remove link")}
          />
        ) : null,
      )}
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => add("link")}
        >
          Add link
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => add("dashboards")}
        >
          Add link to dashboards by tag
        </Button>
      </Group>
    </Stack>
  );
}

interface LinkFormProps {
  link: JsonObject;
  number: number;
  count: number;
  onChange: (next: JsonObject, field: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

function LinkForm({ link, number, count, onChange, onMove, onRemove }: LinkFormProps) {
  const byTags = link.type === "dashboards";
  const set = (key: string, value: Json) => onChange({ ...link, [key]: value }, key);
  const flag = (key: string, label: string) => (
    <Switch
      label={label}
      checked={link[key] === true}
      onChange={(event) => set(key, event.currentTarget.checked)}
    />
  );
  return (
    <Paper withBorder p="sm" data-dashboard-link={number}>
      <Stack gap="sm">
        <Group gap={4} wrap="nowrap">
          <Text fw={600} size="sm" flex={1} truncate>
            {readString(link.title) || `Link ${number}`}{" "}
            <Text span c="dimmed" size="xs">
              {byTags ? "dashboards by tag" : "address"}
            </Text>
          </Text>
          <MoveButtons name={`link ${number}`} index={number - 1} count={count} onMove={onMove} />
          <ActionIcon aria-label={`Remove link ${number}`} onClick={onRemove}>
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </Group>
        <TextInput
          label="Title"
          value={readString(link.title)}
          onChange={(event) => set("title", event.currentTarget.value)}
        />
        {byTags ? (
          <TagsInput
            label="Tags"
            description="Dashboards that have all of them"
            value={readArray(link.tags).map(String)}
            onChange={(tags) => set("tags", tags)}
          />
        ) : (
          <TextInput
            label="Address"
            placeholder="https://wiki.example.org/runbook or /d/uid"
            spellCheck={false}
            value={readString(link.url)}
            error={linkProblem(readString(link.title), readString(link.url))}
            onChange={(event) => set("url", event.currentTarget.value)}
          />
        )}
        <Group gap="md">
          {flag("keepTime", "Keeps the time range")}
          {flag("includeVars", "Keeps the variables")}
          {flag("targetBlank", "Opens in a new tab")}
        </Group>
      </Stack>
    </Paper>
  );
}
