"use client";

import { ActionIcon, Button, Group, Stack, Switch, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { readArray, readString } from "@/lib/shared/dashboards/read-json";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { linkProblem } from "@/lib/shared/panels/fields/link-problem";
import { keyedByPlace } from "../keyed-by-place";

export const dataLinkWords = {
  noun: "data link",
  about: "Where a press on a value leads; ${__value.text} and ${__field.labels.job} are filled in.",
  placeholder: "/d/uid?var-job=${__field.labels.job}",
};

interface LinksFieldProps {
  /** What one of them is called: "link" or "data link". */
  noun: string;
  about: string;
  placeholder: string;
  links: Json | undefined;
  /** Undefined where none is left. */
  onChange: (links: Json[] | undefined) => void;
}

/** Links of a panel or of its values, in Grafana's form. */
export function LinksField({ noun, about, placeholder, links, onChange }: LinksFieldProps) {
  const list = readArray(links);
  const commit = (next: Json[]) => onChange(next.length > 0 ? next : undefined);
  return (
    <Stack gap="sm">
      {list.length === 0 ? (
        <Text size="xs" c="dimmed">
          {about}
        </Text>
      ) : null}
      {keyedByPlace(list).map(({ key, item, index }) =>
        isJsonObject(item) ? (
          <LinkFields
            key={key}
            link={item}
            name={`${noun} ${index + 1}`}
            placeholder={placeholder}
            onChange={(next) => commit(list.with(index, next))}
            onRemove={() => commit(list.toSpliced(index, 1))}
          />
        ) : null,
      )}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => commit([...list, { title: "", url: "", targetBlank: false }])}
      >
        Add {noun}
      </Button>
    </Stack>
  );
}

interface LinkFieldsProps {
  link: JsonObject;
  name: string;
  placeholder: string;
  onChange: (next: JsonObject) => void;
  onRemove: () => void;
}

function LinkFields({ link, name, placeholder, onChange, onRemove }: LinkFieldsProps) {
  return (
    <Stack gap={6}>
      <Group gap={6} wrap="nowrap">
        <TextInput
          flex={1}
          aria-label={`Title of ${name}`}
          placeholder="Title"
          value={readString(link.title)}
          onChange={(event) => onChange({ ...link, title: event.currentTarget.value })}
        />
        <ActionIcon size={24} aria-label={`Remove ${name}`} onClick={onRemove}>
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      </Group>
      <TextInput
        aria-label={`Address of ${name}`}
        placeholder={placeholder}
        spellCheck={false}
        value={readString(link.url)}
        error={linkProblem(readString(link.title), readString(link.url))}
        onChange={(event) => onChange({ ...link, url: event.currentTarget.value })}
      />
      <Switch
        size="xs"
        label="Open in a new tab"
        checked={link.targetBlank === true}
        onChange={(event) => onChange({ ...link, targetBlank: event.currentTarget.checked })}
      />
    </Stack>
  );
}
