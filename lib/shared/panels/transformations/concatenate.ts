import { readString } from "@/lib/shared/dashboards/read-json";
import { type DataFrame, type Field, newFrame } from "@/lib/shared/panels/fields/data-frame";
import { joinedRefId } from "./frame-rows";
import type { Transformer } from "./transformer";

/** All fields in one frame, one beside the other. */
export const concatenate: Transformer = (frames, options) => {
  if (frames.length < 2) return frames;
  const mode = readString(options.frameNameMode, "field");
  const label = readString(options.frameNameLabel, "frame");
  const fields = frames.flatMap((frame) => frame.fields.map((field) => named(field, frame, mode, label)));
  const frame = newFrame({ refId: joinedRefId(frames), shape: "table", fields });
  return [{ ...frame, fields: fields.map((field) => padded(field, frame.length)) }];
};

function named(field: Field, frame: DataFrame, mode: string, label: string): Field {
  if (!frame.name || mode === "drop") return field;
  if (mode === "label") return { ...field, labels: { ...field.labels, [label]: frame.name } };
  return { ...field, name: field.name === "Value" ? frame.name : `${frame.name} · ${field.name}` };
}

function padded(field: Field, length: number): Field {
  if (field.values.length === length) return field;
  return { ...field, values: Array.from({ length }, (_, i) => field.values[i] ?? null) };
}
