import { readObject, readObjects, readString } from "@/lib/shared/dashboards/read-json";
import type { JsonObject } from "@/lib/shared/json";
import { type DataFrame, newField } from "@/lib/shared/panels/fields/data-frame";
import { fieldMatcher } from "@/lib/shared/panels/fields/field-matcher";
import { nestedName } from "@/lib/shared/panels/fields/nested-frames";
import { asColumn, pickRows } from "./frame-rows";
import { groupFrame, groupRows } from "./group-by";
import type { Transformer } from "./transformer";

/** One row for each combination of the grouped fields; what stands behind it unfolds as a table of its own. */
export const groupToNestedTable: Transformer = (frames, options) =>
  frames.flatMap((frame) => {
    const settings = settingsOf(frame, options);
    const keys = frame.fields.filter(
      (field) => readObject(settings[field.displayName]).operation === "groupby",
    );
    if (keys.length === 0) return frames.length > 1 ? [] : [frame];
    const rows = groupRows(frame, keys);
    const others = frame.fields.filter((field) => !keys.includes(field)).map((field) => asColumn(field));
    const { refId, length } = frame;
    const whole: DataFrame = { refId, length, shape: "table", fields: others };
    const behind = rows.map((group) => pickRows(whole, group));
    const grouped = groupFrame(frame, keys, settings);
    const nested = newField({ name: nestedName, type: "nested", values: behind });
    return [{ ...grouped, fields: [...grouped.fields, nested] }];
  });

/** By field names, or as newer dashboards store it by rules with matchers. */
function settingsOf(frame: DataFrame, options: JsonObject): JsonObject {
  const rules = readObjects(options.rules).map((rule) => {
    const { id, options: wanted } = readObject(rule.matcher);
    return { rule, matches: fieldMatcher({ id: readString(id), options: wanted }) };
  });
  if (rules.length === 0) return readObject(options.fields);
  const found = frame.fields.flatMap((field) => {
    const rule = rules.find(({ matches }) => matches?.(field, frame))?.rule;
    return rule ? [[field.displayName, rule] as const] : [];
  });
  return Object.fromEntries(found);
}
