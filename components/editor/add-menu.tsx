"use client";

import { Button, Menu } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { findCopiedPanel } from "@/lib/client/dashboards/copied-panel";
import type { JsonObject } from "@/lib/shared/json";
import type { EditorCommands } from "./use-editor-commands";

/** What a dashboard can be given; a panel that was copied here or in another tab is among it. */
export function AddMenu({ commands }: { commands: EditorCommands }) {
  const [copied, setCopied] = useState<JsonObject | null>(null);
  return (
    <Menu position="bottom-end" onOpen={() => setCopied(findCopiedPanel(window.localStorage))}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={15} aria-hidden />}>
          Add
        </Button>
      </Menu.Target>
      <Menu.Dropdown maw={320}>
        <Menu.Item onClick={commands.addPanel}>Panel</Menu.Item>
        <Menu.Item onClick={commands.addRow}>Row</Menu.Item>
        {copied ? (
          <Menu.Item onClick={() => commands.paste(copied)}>
            Paste panel{typeof copied.title === "string" && copied.title ? ` "${copied.title}"` : ""}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
