import { CompletionContext } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { quietCompletion } from "./quiet-completion";

/** Whether what begins so many letters before the end of the text is offered there. */
async function isOffered(doc: string, { typed = 0, explicit = false } = {}): Promise<boolean> {
  const found = { from: doc.length - typed, options: [{ label: "and" }] };
  const strategy = quietCompletion({ promQL: () => found });
  const context = new CompletionContext(EditorState.create({ doc }), doc.length, explicit);
  return (await strategy.promQL(context)) === found;
}

describe("quietCompletion", () => {
  it.each(["sum(rate(http_requests_total[5m]))", "up{}", "up ", "up offset 5m", "sum(up)\n"])(
    "offers nothing behind %j, so that Enter takes nothing",
    async (doc) => {
      expect(await isOffered(doc)).toBe(false);
      expect(await isOffered(doc, { explicit: true })).toBe(true);
    },
  );

  it.each(["", "sum(", "up{", 'up{job="', "up{a=", "sum by (", "up + "])(
    "offers what belongs behind %j",
    async (doc) => expect(await isOffered(doc)).toBe(true),
  );

  it("completes what is being typed", async () => {
    expect(await isOffered("up un", { typed: 2 })).toBe(true);
    expect(await isOffered("sum(up)un", { typed: 2 })).toBe(true);
  });

  it("passes on that there is nothing", async () => {
    const context = new CompletionContext(EditorState.create({ doc: "" }), 0, false);
    expect(await quietCompletion({ promQL: () => null }).promQL(context)).toBeNull();
  });
});
