import { describe, expect, it } from "vitest";
import { type BulkForm, bulkKinds, emptyBulkForm, toBulkChange, toBulkForm } from "./bulk-form";

const filled: Partial<BulkForm> = { from: "old", to: "new", value: "30s", title: "CPU" };
const valueFor: Record<string, string> = { setDecimals: "2", setUnit: "bytes" };

describe("the form of a bulk edit", () => {
  it.each(bulkKinds.map(({ value }) => value))("%s: there and back", (kind) => {
    const form = { ...emptyBulkForm, ...filled, kind, value: valueFor[kind] ?? filled.value ?? "" };
    const made = toBulkChange(form);
    if (!("change" in made)) throw new Error(JSON.stringify(made));
    expect(made.change.kind).toBe(kind);
    expect(toBulkChange(toBulkForm(made.change))).toEqual(made);
  });

  it("says beside the field what is wrong", () => {
    const problems = (part: Partial<BulkForm>) => toBulkChange({ ...emptyBulkForm, ...part });
    expect(problems({ from: "a", to: "b c" })).toMatchObject({
      problems: { to: expect.stringContaining("metric") },
    });
    expect(problems({ from: "a", to: "a" })).toEqual({ problems: { to: "This is the same name." } });
    expect(problems({ kind: "setDecimals", value: "" })).toMatchObject({
      problems: { value: expect.any(String) },
    });
    expect(problems({ kind: "addTag" })).toEqual({ problems: { value: "Name the tag." } });
    expect(problems({ kind: "setRefresh", value: "often" })).toMatchObject({
      problems: { value: expect.any(String) },
    });
  });
});
