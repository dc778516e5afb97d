import { readString } from "@/lib/shared/dashboards/read-json";
import { formatDate } from "@/lib/shared/units/dates";
import type { Transformer } from "./transformer";

/** Times of one field as text in a pattern such as `YYYY-MM-DD`. */
export const formatTime: Transformer = (frames, options) => {
  const name = readString(options.timeField);
  const pattern = readString(options.outputFormat, "YYYY-MM-DD HH:mm:ss");
  const time = { timeZone: readString(options.timezone, "browser") };
  return frames.map((frame) => ({
    ...frame,
    fields: frame.fields.map((field) => {
      if (field.displayName !== name && field.name !== name) return field;
      const values = field.values.map((value) =>
        typeof value === "number" ? formatDate(value, pattern, time) : value,
      );
      return { ...field, type: "string" as const, values };
    }),
  }));
};
