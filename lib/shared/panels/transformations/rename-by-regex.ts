import { readString } from "@/lib/shared/dashboards/read-json";
import { safeRegex } from "@/lib/shared/panels/safe-regex";
import { rename } from "./organize";
import type { Transformer } from "./transformer";

export const renameByRegex: Transformer = (frames, options) => {
  const regex = safeRegex(readString(options.regex, "(.*)"));
  const pattern = readString(options.renamePattern, "$1");
  if (!regex) return frames;
  return frames.map((frame) => ({
    ...frame,
    fields: frame.fields.map((field) =>
      regex.test(field.displayName) ? rename(field, field.displayName.replace(regex, pattern)) : field,
    ),
  }));
};
