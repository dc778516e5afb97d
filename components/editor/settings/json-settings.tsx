"use client";

import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useDraftDocument, useDraftStore } from "../draft-context";
import { JsonField } from "./json-field";
import { parseJsonObject } from "./parse-json-object";

/** The whole document as text; taking it over is one undoable change. */
export function JsonSettings() {
  const store = useDraftStore();
  const document = useDraftDocument();
  const [text, setText] = useState(() => JSON.stringify(document, null, 2));
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const apply = () => {
    const parsed = parseJsonObject(text);
    setProblem(parsed.problem);
    setDone(parsed.problem === null);
    if (parsed.problem === null) store.getState().change("Edit as JSON", () => parsed.value);
  };
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        The dashboard as it is stored and as Grafana reads it.
      </Text>
      <JsonField
        label="Dashboard JSON"
        initialValue={text}
        onChange={(next) => {
          setText(next);
          setDone(false);
        }}
      />
      {problem ? (
        <Alert color="red" title="Not taken over">
          {problem}
        </Alert>
      ) : null}
      <Group justify="flex-end">
        {done ? (
          <Text size="sm" c="dimmed" role="status">
            Taken over; undo brings the old one back.
          </Text>
        ) : null}
        <Button onClick={apply}>Take over</Button>
      </Group>
    </Stack>
  );
}
