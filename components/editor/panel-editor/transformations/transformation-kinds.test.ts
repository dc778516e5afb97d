import { describe, expect, it } from "vitest";
import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { newTransformation } from "@/lib/shared/dashboards/edit/transformations";
import { transformationIds } from "@/lib/shared/panels/transformations/registry";
import { transformationKinds } from "./transformation-kinds";

/** Read, but not offered for new panels: another name of one that is, or edited as JSON. */
const notOffered = ["configFromData", "groupToNestedTable", "rowsToFields", "seriesToColumns"];

describe("transformationKinds", () => {
  it("offers what is carried out, and nothing else", () => {
    expect(Object.keys(transformationKinds).toSorted()).toEqual(
      transformationIds.filter((id) => !notOffered.includes(id)).toSorted(),
    );
  });

  it("starts each choice with a value that it offers", () => {
    for (const [id, { fields = [] }] of Object.entries(transformationKinds)) {
      for (const field of fields) {
        if (field.input !== "choice") continue;
        const stored = getAt(newTransformation(id), ["options", ...field.path]);
        const value = stored ?? field.fallback;
        expect(field.choices.map((choice) => choice.value)).toContain(value);
      }
    }
  });
});
