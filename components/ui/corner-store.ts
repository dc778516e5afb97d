import { create } from "zustand";

/** Whether anything has been said yet: before, the corner of messages is not part of the page. */
export const useCornerStore = create<{ wanted: boolean }>(() => ({ wanted: false }));

/** Loads what shows messages, with the first message. */
export async function openCorner() {
  useCornerStore.setState({ wanted: true });
  return (await import("@mantine/notifications")).notifications;
}
