"use client";

import { Alert, Button, Group, Modal, Stack } from "@mantine/core";
import { IconBraces } from "@tabler/icons-react";
import { useState } from "react";
import { replacePanel } from "@/lib/shared/dashboards/edit/panels";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { useDraftStore } from "../draft-context";
import { JsonField } from "../settings/json-field";
import { parseJsonObject } from "../settings/parse-json-object";
import { OptionSection } from "./option-section";

/** The panel as it is stored: for everything that has no field here. */
export function PanelJson({ panel }: { panel: ReadPanel }) {
  const [opened, setOpened] = useState(false);
  return (
    <OptionSection title="JSON">
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconBraces size={14} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        Edit as JSON
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        size={860}
        title={`JSON of ${panel.title || "the panel"}`}
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <PanelJsonForm panel={panel} onDone={() => setOpened(false)} />
      </Modal>
    </OptionSection>
  );
}

function PanelJsonForm({ panel, onDone }: { panel: ReadPanel; onDone: () => void }) {
  const store = useDraftStore();
  const [text, setText] = useState(() => JSON.stringify(panel.raw, null, 2));
  const [problem, setProblem] = useState<string | null>(null);
  const apply = () => {
    const parsed = parseJsonObject(text);
    if (parsed.problem !== null) return setProblem(parsed.problem);
    store
      .getState()
      .change(`JSON of ${panel.title}`, (document) => replacePanel(document, panel.path, parsed.value));
    onDone();
  };
  return (
    <Stack gap="sm">
      <JsonField label="Panel JSON" initialValue={text} onChange={setText} />
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
