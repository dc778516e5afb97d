"use client";

import { Alert, Button, Group } from "@mantine/core";
import { IconArrowLeft, IconCopy, IconTrash } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { PanelFrame } from "@/components/dashboards/panel-frame";
import { notifyDone } from "@/components/ui/notify";
import type { PanelItem } from "@/lib/client/dashboards/arrange-grid";
import { replacePanel } from "@/lib/shared/dashboards/edit/panels";
import { upgradePanel } from "@/lib/shared/dashboards/edit/upgrade-panel";
import type { DashboardDocument, ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { isPanelType } from "@/lib/shared/panels/panel-types";
import { usePanelEdit } from "../draft-context";
import { UpgradeDialog } from "../upgrade/upgrade-dialog";
import { useDraftQuestion } from "../use-draft-question";
import type { EditorCommands } from "../use-editor-commands";
import { FieldOptions } from "./field-options";
import { GeneralOptions } from "./general-options";
import { OverridesSection } from "./overrides-section";
import { PanelDataOptions } from "./panel-data-options";
import classes from "./panel-editor.module.css";
import { PanelJson } from "./panel-json";
import { withoutQueries } from "./panel-types";
import { QueryList } from "./query-list";
import { RepeatOptions } from "./repeat-options";
import { TransformationsSection } from "./transformations/transformations-section";
import { TypeOptions } from "./type-options";
import { useFieldNames } from "./use-field-names";
import { useFocusInEditor } from "./use-focus-in-editor";

/** One panel large, its queries below, its options beside; every change is seen at once. */
export function PanelEditor({ item, commands }: { item: PanelItem; commands: EditorCommands }) {
  const { panel } = item;
  const edit = usePanelEdit(panel.path);
  const question = useDraftQuestion(panel);
  const place = useFocusInEditor(panel);
  return (
    <>
      <Group gap="xs" mb={4}>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft size={15} aria-hidden />}
          onClick={() => commands.editPanel(null)}
        >
          Back to the dashboard
        </Button>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconCopy size={15} aria-hidden />}
          onClick={() => {
            commands.duplicate(panel);
            // The copy is on the dashboard, which is not seen from here.
            notifyDone("A copy stands beside this panel on the dashboard.");
          }}
        >
          Duplicate
        </Button>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={15} aria-hidden />}
          onClick={() => {
            commands.editPanel(null);
            commands.remove(panel);
          }}
        >
          Remove
        </Button>
      </Group>
      <div ref={place} className={classes.editor} data-panel-editor={panel.id}>
        <div className={classes.preview}>
          <PanelFrame
            panel={panel}
            itemKey={item.key}
            scopedVariables={item.scopedVariables}
            draft={question}
          />
        </div>
        {withoutQueries.has(panel.type) ? null : (
          <div className={classes.queries}>
            <QueryList panel={panel} itemKey={item.key} edit={edit} />
            <PanelDataOptions panel={panel} edit={edit} />
            <TransformationsSection
              panel={panel}
              itemKey={item.key}
              scopedVariables={item.scopedVariables}
              edit={edit}
            />
          </div>
        )}
        <PanelOptions item={item} />
      </div>
    </>
  );
}

function PanelOptions({ item: { panel, key, scopedVariables } }: { item: PanelItem }) {
  const edit = usePanelEdit(panel.path);
  const fieldNames = useFieldNames(panel, key, scopedVariables);
  const legacy = panel.type !== panel.storedType;
  const hasFields = !legacy && !withoutQueries.has(panel.type);
  return (
    <aside className={classes.options} aria-label="Panel options">
      {legacy ? <UpgradeNotice panel={panel} /> : null}
      <GeneralOptions panel={panel} edit={edit} />
      {legacy ? null : <TypeOptions panel={panel} edit={edit} />}
      {hasFields ? (
        <>
          <FieldOptions panel={panel} edit={edit} />
          <OverridesSection panel={panel} edit={edit} fieldNames={fieldNames} />
        </>
      ) : null}
      <RepeatOptions panel={panel} edit={edit} />
      <PanelJson panel={panel} />
    </aside>
  );
}

/** Old panels are drawn and kept as they are; today's options need today's form. */
function UpgradeNotice({ panel }: { panel: ReadPanel }) {
  const [open, setOpen] = useState(false);
  const upgrade = useCallback(
    (document: DashboardDocument) => replacePanel(document, panel.path, upgradePanel(panel)),
    [panel],
  );
  return (
    <Alert m="sm" title={`Stored as ${panel.storedType}`}>
      {isPanelType(panel.type)
        ? `It is drawn as ${panel.type} and kept as it is. Upgrade it to edit its options.`
        : "It is kept as it is."}
      {isPanelType(panel.type) ? (
        <Button mt="sm" variant="default" onClick={() => setOpen(true)}>
          Upgrade panel
        </Button>
      ) : null}
      {open ? <UpgradeDialog label="Upgrade panel" upgrade={upgrade} onClose={() => setOpen(false)} /> : null}
    </Alert>
  );
}
