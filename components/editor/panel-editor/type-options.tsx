"use client";

import type { ReactNode } from "react";
import { getAt, type JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { Json } from "@/lib/shared/json";
import type { PanelEdit } from "../draft-context";
import { OptionControl } from "./option-control";
import { optionFields } from "./option-fields";
import { OptionSection } from "./option-section";
import type { OptionField } from "./options/option-field";

/** The options of the panel's own type, from the table in option-fields. */
export function TypeOptions({ panel, edit }: { panel: ReadPanel; edit: PanelEdit }) {
  const sections = optionFields[panel.type] ?? [];
  return sections.map(({ title, fields, folded }) => (
    <OptionSection key={title} title={title} folded={folded}>
      {fields.map((field) => (
        <StoredOption key={field.path.join(".")} field={field} panel={panel} edit={edit} />
      ))}
    </OptionSection>
  ));
}

/** Old shapes are shown by what they mean; the stored panel is asked first. */
function storedValue(panel: ReadPanel, path: JsonPath): Json | undefined {
  const stored = getAt(panel.raw, path);
  if (stored !== undefined) return stored;
  const [root, ...rest] = path;
  if (root === "options") return getAt(panel.options, rest);
  return getAt(panel.fieldConfig.defaults.custom, path.slice(3));
}

interface StoredOptionProps {
  field: OptionField;
  panel: ReadPanel;
  edit: PanelEdit;
}

function StoredOption({ field, panel, edit }: StoredOptionProps): ReactNode {
  const valueAt = (path: JsonPath) => storedValue(panel, path);
  const put = (next: Json | undefined) => {
    for (const [path, also] of field.also?.(next) ?? []) edit.put(path, also, field.label);
    edit.put(field.path, next, field.label);
  };
  return (
    <OptionControl
      field={field}
      value={field.shown ? field.shown(valueAt) : valueAt(field.path)}
      onChange={put}
    />
  );
}
