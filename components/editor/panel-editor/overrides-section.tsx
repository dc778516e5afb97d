"use client";

import { ActionIcon, Autocomplete, Button, Group, Menu, Paper, Select, Stack, Text } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { readArray } from "@/lib/shared/dashboards/read-json";
import type { ReadOverride, ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { Json } from "@/lib/shared/json";
import { type PanelEdit, useDraftDocument } from "../draft-context";
import { keyedByPlace } from "../keyed-by-place";
import { OptionSection } from "./option-section";
import { knownProperties, PropertyInput } from "./override-property";
import classes from "./panel-editor.module.css";

interface OverridesSectionProps {
  panel: ReadPanel;
  edit: PanelEdit;
  /** What the fields of the panel are called now. */
  fieldNames: readonly string[];
}

const path = ["fieldConfig", "overrides"] as const;

const matchers = [
  { value: "byName", label: "Field with name" },
  { value: "byRegexp", label: "Fields by regex" },
  { value: "byFrameRefID", label: "Fields of query" },
  { value: "byType", label: "Fields of type" },
];

/** What single fields have of their own; overrides of other kinds are listed and kept. */
export function OverridesSection({ panel, edit, fieldNames }: OverridesSectionProps) {
  const { overrides } = panel.fieldConfig;
  const add = () =>
    edit.step(
      path,
      [
        ...storedOverrides(panel),
        { matcher: { id: "byName", options: fieldNames[0] ?? "" }, properties: [] },
      ],
      "Add override",
    );
  return (
    <OptionSection title="Overrides">
      {overrides.length === 0 ? (
        <Text size="xs" c="dimmed">
          Give one field a colour, a unit or a name of its own.
        </Text>
      ) : null}
      {keyedByPlace(overrides).map(({ key, item: override, index }) => (
        <OverrideCard
          key={key}
          override={override}
          index={index}
          panel={panel}
          edit={edit}
          fieldNames={fieldNames}
        />
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={add}
      >
        Add override
      </Button>
    </OptionSection>
  );
}

interface OverrideCardProps extends OverridesSectionProps {
  override: ReadOverride;
  index: number;
}

function OverrideCard({ override, index, panel, edit, fieldNames }: OverrideCardProps) {
  const { matcher, properties } = override;
  const at = [...path, index] as const;
  const known = matchers.some(({ value }) => value === matcher.id);
  const schemaVersion = useDraftDocument().schemaVersion;
  const offered = knownProperties(panel.type);
  const unused = offered.filter(({ id }) => properties.every((property) => property.id !== id));
  const remove = () => edit.step(path, storedOverrides(panel).toSpliced(index, 1), "Remove override");
  return (
    <Paper withBorder p="sm" data-override={index}>
      <Stack gap="sm">
        <Group gap={6} wrap="nowrap">
          <Select
            aria-label={`Override ${index + 1} holds for`}
            flex={1}
            allowDeselect={false}
            data={known ? matchers : [{ value: matcher.id, label: matcher.id }, ...matchers]}
            value={matcher.id}
            onChange={(id) => id && edit.set([...at, "matcher"], { id, options: "" }, "Matcher of override")}
          />
          <ActionIcon aria-label={`Remove override ${index + 1}`} onClick={remove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
        {known ? (
          <Autocomplete
            aria-label={`Fields of override ${index + 1}`}
            placeholder={matcher.id === "byRegexp" ? "/p9\\d/" : "Name"}
            data={choicesOf(matcher.id, panel, fieldNames)}
            value={typeof matcher.options === "string" ? matcher.options : ""}
            description={missingName(override, fieldNames)}
            inputWrapperOrder={["input", "description"]}
            onChange={(options) => edit.set([...at, "matcher", "options"], options, "Matcher of override")}
          />
        ) : (
          <Text size="xs" c="dimmed" lineClamp={2}>
            {JSON.stringify(matcher.options)}
          </Text>
        )}
        {keyedByPlace(properties).map(({ key, item: property, index: position }) => (
          <Group key={`${property.id} ${key}`} gap={6} wrap="nowrap" align="end">
            <div className={classes.property}>
              <PropertyInput
                type={panel.type}
                property={property}
                schemaVersion={schemaVersion}
                onChange={(value) =>
                  edit.set(
                    [...at, "properties", position, "value"],
                    value,
                    `Override ${labelOf(property.id, offered)}`,
                  )
                }
              />
            </div>
            <ActionIcon
              aria-label={`Remove ${labelOf(property.id, offered)}`}
              onClick={() =>
                edit.step(
                  [...at, "properties", position],
                  undefined,
                  `Remove override of ${labelOf(property.id, offered)}`,
                )
              }
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {unused.length > 0 ? (
          <Menu position="bottom-start">
            <Menu.Target>
              <Button
                variant="subtle"
                size="compact-sm"
                w="fit-content"
                leftSection={<IconPlus size={14} aria-hidden />}
              >
                Add property
              </Button>
            </Menu.Target>
            <Menu.Dropdown mah={320} style={{ overflow: "auto" }}>
              {unused.map(({ id, label, initial }) => (
                <Menu.Item
                  key={id}
                  onClick={() =>
                    edit.step(
                      [...at, "properties", properties.length],
                      { id, value: initial },
                      `Override ${label}`,
                    )
                  }
                >
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
        {properties.some(({ id }) => offered.every((one) => one.id !== id)) ? (
          <Text size="xs" c="dimmed">
            Properties without a field are kept as they are.
          </Text>
        ) : null}
      </Stack>
    </Paper>
  );
}

function choicesOf(matcher: string, panel: ReadPanel, fieldNames: readonly string[]): string[] {
  if (matcher === "byRegexp") return [];
  if (matcher === "byType") return ["number", "string", "time", "boolean"];
  return matcher === "byFrameRefID" ? panel.targets.map(({ refId }) => refId) : [...new Set(fieldNames)];
}

function labelOf(id: string, known: readonly { id: string; label: string }[]): string {
  return known.find((property) => property.id === id)?.label ?? id;
}

/** A legend that was changed leaves overrides behind that hold for nothing. */
function missingName({ matcher }: ReadOverride, fieldNames: readonly string[]): string | null {
  const { id, options } = matcher;
  if (id !== "byName" || typeof options !== "string" || fieldNames.length === 0) return null;
  const mayBeThere = options === "" || options === "Time" || options.includes("$");
  return mayBeThere || fieldNames.includes(options) ? null : "No field of the panel is called so now.";
}

function storedOverrides(panel: ReadPanel): Json[] {
  return readArray(getAt(panel.raw, path));
}
