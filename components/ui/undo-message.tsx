import { Button, Group } from "@mantine/core";

interface UndoMessageProps {
  message: string;
  onUndo: () => void;
}

export function UndoMessage({ message, onUndo }: UndoMessageProps) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <span>{message}</span>
      <Button size="compact-sm" variant="default" onClick={onUndo}>
        Undo
      </Button>
    </Group>
  );
}
