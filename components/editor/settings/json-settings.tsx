"use client";

import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { isJsonObject } from "@/lib/shared/json";
import { useDraftDocument, useDraftStore } from "../draft-context";
import { JsonField } from "./json-field";

/** The whole document as text; taking it over is one undoable change. */
export function JsonSettings() {
  const store = useDraftStore();
  const document = useDraftDocument();
  const [text, setText] = useState(() => JSON.stringify(document, null, 2));
  const [problem, setProblem] = useState<string | null>(null);
  const apply = () => {
    try {
      const parsed: unknown = JSON.parse(text);
      if (!isJsonObject(parsed))
        throw new Error("A dashboard is a JSON object: it starts with { and ends with }.");
      store.getState().change("Edit as JSON", () => parsed);
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        The dashboard as it is stored and as Grafana reads it.
      </Text>
      <JsonField label="Dashboard JSON" initialValue={text} onChange={setText} />
      {problem ? (
        <Alert color="red" title="Not taken over">
          {problem}
        </Alert>
      ) : null}
      <Group justify="flex-end">
        <Button onClick={apply}>Take over</Button>
      </Group>
    </Stack>
  );
}
