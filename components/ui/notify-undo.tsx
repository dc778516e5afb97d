import { openCorner } from "./corner-store";

/** Tells what was done and offers to take it back. */
export async function notifyUndo(message: string, undo: () => void): Promise<void> {
  const [notifications, { UndoMessage }] = await Promise.all([openCorner(), import("./undo-message")]);
  const id = `undo-${crypto.randomUUID()}`;
  const onUndo = () => {
    notifications.hide(id);
    undo();
  };
  notifications.show({ id, autoClose: 7_000, message: <UndoMessage message={message} onUndo={onUndo} /> });
}
