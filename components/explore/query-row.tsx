"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconCopy, IconDots, IconEye, IconEyeOff, IconFileText, IconTrash } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import classes from "./explore-page.module.css";

const PromqlField = dynamic(() => import("@/components/editor/promql-field").then((m) => m.PromqlField), {
  ssr: false,
});

interface QueryRowProps {
  tenant: string;
  datasource: string;
  letter: string;
  draft: string;
  hidden: boolean;
  alone: boolean;
  onDraft: (expr: string) => void;
  onRun: () => void;
  onHide: () => void;
  onDuplicate: () => void;
  onRemove: () => void;
  onRule: () => void;
}

export function QueryRow({ tenant, datasource, letter, draft, hidden, alone, ...on }: QueryRowProps) {
  return (
    <div className={classes.query} data-query={letter} data-hidden={hidden || undefined}>
      <span className={classes.letter}>{letter}</span>
      <div className={classes.field}>
        <PromqlField
          tenant={tenant}
          datasourceUid={datasource}
          label={alone ? "PromQL expression" : `PromQL expression ${letter}`}
          value={draft}
          onChange={on.onDraft}
          onRun={on.onRun}
        />
      </div>
      <ActionIcon
        variant="default"
        size={34}
        aria-label={hidden ? `Ask query ${letter} again` : `Leave query ${letter} out`}
        aria-pressed={hidden}
        onClick={on.onHide}
      >
        {hidden ? <IconEyeOff size={16} aria-hidden /> : <IconEye size={16} aria-hidden />}
      </ActionIcon>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={34} aria-label={`Actions of query ${letter}`}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={15} aria-hidden />} onClick={on.onDuplicate}>
            Duplicate
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileText size={15} aria-hidden />}
            disabled={draft.trim() === ""}
            onClick={on.onRule}
          >
            Make a recording rule
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} disabled={alone} onClick={on.onRemove}>
            Remove
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
