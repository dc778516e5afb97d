"use client";

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { LeaveGuard } from "./use-leave-guard";

export function LeaveDialog({ guard, onSave }: { guard: LeaveGuard; onSave: () => void }) {
  return (
    <Modal
      opened={guard.asking}
      onClose={guard.stay}
      title="Leave without saving?"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Stack gap="md">
        <Text size="sm">The changes since the last save are lost when you leave.</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={guard.stay} data-autofocus>
            Keep editing
          </Button>
          <Button
            variant="default"
            onClick={() => {
              guard.stay();
              onSave();
            }}
          >
            Save
          </Button>
          <Button color="red" onClick={guard.leave}>
            Discard changes
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
