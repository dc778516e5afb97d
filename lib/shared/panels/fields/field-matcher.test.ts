import { expect, it } from "vitest";
import { grafanaData } from "@/lib/shared/panels/testing/grafana-data";
import { toGrafanaFrames } from "@/lib/shared/panels/testing/grafana-fields";
import { cpu, many } from "@/lib/shared/panels/testing/sample-frames";
import { fieldMatcher } from "./field-matcher";
import { nameFields } from "./name-fields";

const { getFieldMatcher } = grafanaData;
const byName = (options: string) => ({ id: "byName", options });

it.each([
  byName("pod"),
  byName("Time"),
  { id: "byNames", options: { mode: "exclude", names: ["pod", "Time"] } },
  { id: "byRegexp", options: "/^Value/" },
  { id: "byRegexpOrNames", options: { names: ["node"], pattern: "^Val" } },
  { id: "byType", options: "string" },
  { id: "byFrameRefID", options: "A" },
  { id: "byValue", options: { reducer: "max", op: "gte", value: 3 } },
  { id: "byValue", options: { reducer: "min", op: "lt", value: 2 } },
  { id: "byValue", options: { reducer: "count", op: "neq", value: 3 } },
  { id: "byValue", options: { reducer: "allIsZero", op: "gte", value: 0 } },
  { id: "firstTimeField" },
  { id: "first" },
  { id: "numeric" },
  { id: "time" },
])("$id chooses the fields that Grafana's library chooses", (matcher) => {
  for (const frames of [nameFields([cpu]), nameFields(many)]) {
    const theirs = toGrafanaFrames(frames);
    const own = fieldMatcher(matcher);
    const expected = getFieldMatcher(matcher as never);
    frames.forEach((frame, f) => {
      const other = theirs[f];
      if (!other) throw new Error("a frame is missing");
      const chosen = frame.fields.map((field) => own?.(field, frame));
      expect(chosen).toEqual(other.fields.map((field) => expected(field, other, theirs)));
    });
  }
});
