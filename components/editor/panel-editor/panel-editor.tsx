"use client";

import { Alert, Button, Group } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { PanelFrame } from "@/components/dashboards/panel-frame";
import type { PanelItem } from "@/lib/client/dashboards/arrange-grid";
import { usePanelEdit } from "../draft-context";
import { useDraftQuestion } from "../use-draft-question";
import type { EditorCommands } from "../use-editor-commands";
import { FieldOptions } from "./field-options";
import { GeneralOptions } from "./general-options";
import classes from "./panel-editor.module.css";
import { QueryList } from "./query-list";
import { TypeOptions } from "./type-options";

/** One panel large, its queries below, its options beside; every change is seen at once. */
export function PanelEditor({ item, commands }: { item: PanelItem; commands: EditorCommands }) {
  const { panel } = item;
  const edit = usePanelEdit(panel.path);
  const question = useDraftQuestion(panel);
  const legacy = panel.type !== panel.storedType;
  const hasQueries = panel.type !== "text";
  return (
    <>
      <Group gap="xs" mb={4}>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft size={15} />}
          onClick={() => commands.editPanel(null)}
        >
          Back to the dashboard
        </Button>
      </Group>
      <div className={classes.editor} data-panel-editor={panel.id}>
        <div className={classes.preview}>
          <PanelFrame panel={panel} itemKey={item.key} scopedVariables={item.scopedVariables} draft={question} />
        </div>
        <div className={classes.queries}>{hasQueries ? <QueryList panel={panel} edit={edit} /> : null}</div>
        <aside className={classes.options} aria-label="Panel options">
          {legacy ? (
            <Alert color="blue" m="sm" title={`Drawn as ${panel.type}`}>
              This panel is stored as {panel.storedType}, an older type. Choose a new type to edit its
              options; until then they are kept as they are.
            </Alert>
          ) : null}
          <GeneralOptions panel={panel} edit={edit} />
          {legacy || panel.type === "text" ? null : <FieldOptions panel={panel} edit={edit} />}
          {legacy ? null : <TypeOptions panel={panel} edit={edit} />}
        </aside>
      </div>
    </>
  );
}
