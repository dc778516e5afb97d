import { describe, expect, it } from "vitest";
import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { newTransformation } from "@/lib/shared/dashboards/edit/transformations";
import { toDataFrames } from "@/lib/shared/panels/fields/to-data-frames";
import { rangeOf, sampleContext, sampleData, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import { transformationIds } from "@/lib/shared/panels/transformations/registry";
import type { TransformationField } from "./transformation-field";
import { transformationKinds } from "./transformation-kinds";

/** Read, but not offered for new panels: another name of one that is, or edited as JSON. */
const notOffered = ["configFromData", "groupToNestedTable", "rowsToFields", "seriesToColumns"];

function withFollowing(field: TransformationField): TransformationField[] {
  const following = field.input === "choice" ? Object.values(field.whenChosen ?? {}).flat() : [];
  return [field, ...following.flatMap(withFollowing)];
}

describe("transformationKinds", () => {
  it("offers what is carried out, and nothing else", () => {
    expect(Object.keys(transformationKinds).toSorted()).toEqual(
      transformationIds.filter((id) => !notOffered.includes(id)).toSorted(),
    );
  });

  it("leaves something to see as it is added", () => {
    const data = sampleData({ A: rangeOf({ a: [1, 2], b: [3, 4] }) });
    for (const id of Object.keys(transformationKinds)) {
      const transformations = [newTransformation(id)];
      const panel = samplePanel({ targets: [{ refId: "A", expr: "x" }], transformations });
      const fields = toDataFrames(panel, data, sampleContext).flatMap((frame) => frame.fields);
      expect([id, fields.some(({ values }) => values.length > 0)]).toEqual([id, true]);
    }
  });

  it("starts each choice with a value that it offers", () => {
    for (const [id, { fields = [] }] of Object.entries(transformationKinds)) {
      for (const field of fields.flatMap(withFollowing)) {
        if (field.input !== "choice") continue;
        const stored = getAt(newTransformation(id), ["options", ...field.path]);
        const value = stored ?? field.fallback;
        const offered = field.choices.map((choice) => choice.value);
        expect(offered).toContain(value);
        expect(offered).toEqual(expect.arrayContaining(Object.keys(field.whenChosen ?? {})));
      }
    }
  });
});
