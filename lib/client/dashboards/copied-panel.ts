import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

const key = "panelsmith-copied-panel";

type Store = Pick<Storage, "getItem" | "setItem">;

/** Keeps the panel for other dashboards and tabs of this browser; false where the browser keeps nothing. */
export function copyPanel(store: Store, panel: JsonObject): boolean {
  try {
    store.setItem(key, JSON.stringify(panel));
    return true;
  } catch {
    return false;
  }
}

export function findCopiedPanel(store: Store): JsonObject | null {
  try {
    const panel: Json = JSON.parse(store.getItem(key) ?? "null");
    return isJsonObject(panel) && typeof panel.type === "string" ? panel : null;
  } catch {
    return null;
  }
}
