import { describe, expect, it } from "vitest";
import { createDraftStore, isDirty } from "./draft-store";

describe("draft store", () => {
  it("is dirty from the first change until saved or undone", () => {
    const store = createDraftStore(3, { title: "A" });
    expect(isDirty(store.getState())).toBe(false);
    store.getState().change("Title", (document) => ({ ...document, title: "B" }));
    expect(isDirty(store.getState())).toBe(true);
    store.getState().undo();
    expect(isDirty(store.getState())).toBe(false);
    store.getState().redo();
    const draft = store.getState().history.present.state;
    store.getState().saved(4, draft);
    expect(isDirty(store.getState())).toBe(false);
    expect(store.getState().base.version).toBe(4);
  });

  it("keeps what was changed while saving as a change", () => {
    const store = createDraftStore(1, { title: "A" });
    store.getState().change("Title", () => ({ title: "B" }));
    const sent = store.getState().history.present.state;
    store.getState().change("Title", () => ({ title: "C" }));
    store.getState().saved(2, sent);
    expect(isDirty(store.getState())).toBe(true);
    expect(store.getState().history.present.state).toEqual({ title: "C" });
  });
});
