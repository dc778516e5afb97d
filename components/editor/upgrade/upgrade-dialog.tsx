"use client";

import { Button, Group, ScrollArea, Stack, Text } from "@mantine/core";
import { useMemo } from "react";
import { Modal } from "@/components/ui/modal";
import { diffDashboards } from "@/lib/shared/dashboards/diff/diff-dashboards";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { useDraft, useDraftStore } from "../draft-context";
import { ChangeList } from "../save/change-list";

interface UpgradeDialogProps {
  /** "Upgrade panel" or "Upgrade dashboard": names the step that can be undone, too. */
  label: string;
  upgrade: (document: DashboardDocument) => DashboardDocument;
  onClose: () => void;
}

/** Shows what would change before it does. */
export function UpgradeDialog({ label, upgrade, onClose }: UpgradeDialogProps) {
  const store = useDraftStore();
  const document = useDraft((state) => state.history.present.state);
  const diff = useMemo(() => diffDashboards(document, upgrade(document)), [document, upgrade]);
  return (
    <Modal opened onClose={onClose} title={label} size="lg" closeButtonProps={{ "aria-label": "Close" }}>
      <Stack>
        <Text size="sm">
          What is drawn stays as it is; what is stored changes to the form of today&apos;s Grafana, which also
          draws it where Angular is gone. Nothing is saved before you save the dashboard.
        </Text>
        <ScrollArea.Autosize mah={320}>
          <ChangeList diff={diff} />
        </ScrollArea.Autosize>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            data-autofocus
            onClick={() => {
              store.getState().change(label, upgrade);
              onClose();
            }}
          >
            {label}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
