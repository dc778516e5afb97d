"use client";

import { Select, Switch, Textarea, TextInput } from "@mantine/core";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelEdit } from "../draft-context";
import { LinksField } from "./links-field";
import { OptionSection } from "./option-section";
import { panelTypes } from "./panel-types";

export function GeneralOptions({ panel, edit }: { panel: ReadPanel; edit: PanelEdit }) {
  const known = panelTypes.some(({ value }) => value === panel.storedType);
  const data = known
    ? panelTypes
    : [{ value: panel.storedType, label: `${panel.storedType} (kept as it is)` }, ...panelTypes];
  return (
    <OptionSection title="Panel">
      <TextInput
        label="Title"
        value={panel.title}
        onChange={(event) => edit.set(["title"], event.currentTarget.value, "Title")}
      />
      <Select
        label="Type"
        searchable
        onFocus={(event) => event.currentTarget.select()}
        allowDeselect={false}
        data={data}
        value={panel.storedType}
        onChange={(type) => type && edit.set(["type"], type, "Type")}
      />
      <Textarea
        label="Description"
        autosize
        minRows={2}
        maxRows={6}
        value={panel.description}
        onChange={(event) => edit.put(["description"], event.currentTarget.value || undefined, "Description")}
      />
      <Switch
        label="Transparent background"
        checked={panel.transparent}
        onChange={(event) =>
          edit.put(["transparent"], event.currentTarget.checked || undefined, "Background")
        }
      />
      <LinksField
        noun="panel link"
        about="Links in the menu of the panel, such as to a runbook."
        placeholder="https://wiki.example.org/runbook or /d/uid"
        links={panel.raw.links}
        onChange={(links) => edit.put(["links"], links, "Panel links")}
      />
    </OptionSection>
  );
}
