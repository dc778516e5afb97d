"use client";

import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconSearch, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { Ago } from "@/components/ui/ago";
import { Drawer } from "@/components/ui/drawer";
import type { QueryHistory } from "@/lib/client/explore/query-history";
import classes from "./explore-page.module.css";
import list from "./history-drawer.module.css";

interface HistoryDrawerProps {
  history: QueryHistory;
  onUse: (expr: string) => void;
  onClose: () => void;
}

export function HistoryDrawer({ history, onUse, onClose }: HistoryDrawerProps) {
  const [entries, setEntries] = useState(() => history.list());
  const [text, setText] = useState("");
  const found = entries.filter(({ expr }) => expr.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(560px, 100vw)"
      title="History"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <p className={list.note}>Kept in this browser only, for you and this tenant.</p>
      <TextInput
        aria-label="Search the history"
        placeholder="Search the history"
        data-autofocus
        leftSection={<IconSearch size={15} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {found.length === 0 ? <p className={classes.hint}>No query of yours to show.</p> : null}
      <ul className={list.history}>
        {found.map(({ expr, atMs }) => (
          <li key={expr}>
            <button type="button" onClick={() => onUse(expr)}>
              <code>{expr}</code>
              <Ago at={new Date(atMs).toISOString()} />
            </button>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={`Forget ${expr}`}
              onClick={() => {
                history.remove(expr);
                setEntries(history.list());
              }}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {entries.length > 0 ? (
        <Button
          variant="default"
          onClick={() => {
            history.clear();
            setEntries([]);
          }}
        >
          Forget all
        </Button>
      ) : null}
    </Drawer>
  );
}
