import { Button, Group } from "@mantine/core";
import { openCorner } from "./corner-store";

/** Tells what was done and offers to take it back. */
export async function notifyUndo(message: string, undo: () => void): Promise<void> {
  const notifications = await openCorner();
  const id = `undo-${crypto.randomUUID()}`;
  notifications.show({
    id,
    autoClose: 7_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  });
}
