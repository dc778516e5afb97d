"use client";

import { ActionIcon, Badge, Button, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconDeviceFloppy, IconSettings } from "@tabler/icons-react";
import pageClasses from "@/components/dashboards/dashboard-page.module.css";
import { LinkButton } from "@/components/ui/link-button";
import { isDirty } from "@/lib/client/dashboards/draft-store";
import type { DraftLint } from "@/lib/client/dashboards/use-draft-lint";
import { AddMenu } from "./add-menu";
import { useDraft, useDraftStore } from "./draft-context";
import { LintButton } from "./lint/lint-button";
import type { EditorCommands } from "./use-editor-commands";

interface EditorHeaderProps {
  title: string;
  /** Where the dashboard is viewed. */
  viewHref: string;
  commands: EditorCommands;
  lint: DraftLint | null;
  /** What only some dashboards need. */
  tools?: React.ReactNode;
  children?: React.ReactNode;
}

export function EditorHeader({ title, viewHref, commands, lint, tools, children }: EditorHeaderProps) {
  const store = useDraftStore();
  const dirty = useDraft(isDirty);
  const undoLabel = useDraft(({ history }) => (history.past.length > 0 ? history.present.label : null));
  const redoLabel = useDraft(({ history }) => history.future[0]?.label ?? null);
  return (
    <header className={pageClasses.header}>
      <div className={pageClasses.name}>
        <h1 className={pageClasses.title}>{title || "Dashboard without a title"}</h1>
        <Badge variant="light" color={dirty ? "yellow" : "gray"} style={{ flex: "none" }}>
          {dirty ? "Not saved" : "Editing"}
        </Badge>
      </div>
      <div className={pageClasses.controls}>
        {children}
        <Tooltip label={undoLabel === null ? "Nothing to undo" : `Undo: ${undoLabel}`}>
          <ActionIcon aria-label="Undo" disabled={undoLabel === null} onClick={() => store.getState().undo()}>
            <IconArrowBackUp size={17} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={redoLabel === null ? "Nothing to redo" : `Redo: ${redoLabel}`}>
          <ActionIcon aria-label="Redo" disabled={redoLabel === null} onClick={() => store.getState().redo()}>
            <IconArrowForwardUp size={17} />
          </ActionIcon>
        </Tooltip>
        <AddMenu commands={commands} />
        {tools}
        <LintButton lint={lint} onOpen={commands.openLint} />
        <Button variant="default" leftSection={<IconSettings size={15} />} onClick={commands.openSettings}>
          Settings
        </Button>
        <LinkButton variant="default" href={viewHref}>
          {dirty ? "Discard" : "Close"}
        </LinkButton>
        <Button leftSection={<IconDeviceFloppy size={15} />} disabled={!dirty} onClick={commands.openSave}>
          Save
        </Button>
      </div>
    </header>
  );
}
