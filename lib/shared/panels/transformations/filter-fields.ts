import { readArray, readObject, readString } from "@/lib/shared/dashboards/read-json";
import { type FieldMatcher, fieldMatcher } from "@/lib/shared/panels/fields/field-matcher";
import { safeRegex } from "@/lib/shared/panels/safe-regex";
import type { Transformer } from "./transformer";

export const filterFieldsByName: Transformer = (frames, options) => {
  const byVariable = options.byVariable === true;
  const include = nameMatcher(options.include, byVariable);
  const exclude = nameMatcher(options.exclude, byVariable);
  return frames.flatMap((frame) => {
    const fields = frame.fields.filter(
      (field) => (!include || include(field, frame)) && !exclude?.(field, frame),
    );
    return fields.length > 0 ? [{ ...frame, fields }] : [];
  });
};

function nameMatcher(json: unknown, byVariable: boolean): FieldMatcher | null {
  const { names, pattern, variable } = readObject(json);
  const listed =
    byVariable && readString(variable)
      ? readString(variable)
          .replace(/^\{|\}$/g, "")
          .split(",")
      : readArray(names);
  if (listed.length === 0 && !readString(pattern)) return null;
  return fieldMatcher({ id: "byRegexpOrNames", options: { names: listed, pattern: readString(pattern) } });
}

export const filterByRefId: Transformer = (frames, options) => {
  const include = refIdMatcher(readString(options.include));
  const exclude = refIdMatcher(readString(options.exclude));
  return frames.filter(({ refId }) => (!include || include(refId)) && !exclude?.(refId));
};

function refIdMatcher(pattern: string): ((refId: string) => boolean) | null {
  if (!pattern) return null;
  if (pattern.startsWith("/")) return (refId) => safeRegex(pattern)?.test(refId) ?? false;
  const listed = pattern.split("|");
  return (refId) => listed.includes(refId);
}
