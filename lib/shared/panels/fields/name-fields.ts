import type { DataFrame, Field } from "./data-frame";
import { labelsText } from "./series-name";

/** Gives every field its display name, which depends on the other frames as in Grafana. */
export function nameFields(frames: DataFrame[]): DataFrame[] {
  const singleLabel = onlyLabelName(frames);
  const namesDiffer = frames.some((frame) => frame.name !== frames[0]?.name);
  return frames.map((frame) => {
    const named = frame.fields.map((field) => ({
      ...field,
      displayName: displayName(field, frame, singleLabel, namesDiffer),
    }));
    return { ...frame, fields: named };
  });
}

function displayName(
  field: Field,
  frame: DataFrame,
  singleLabel: string | null,
  namesDiffer: boolean,
): string {
  if (field.options.displayName) return field.options.displayName;
  // A legend that comes out empty names nothing.
  if (field.legendName) return field.legendName;
  if (field.type === "time" && !field.labels) return field.name || "Time";

  const frameName = frame.name ?? "";
  const parts: string[] = [];
  if (namesDiffer && frameName) parts.push(frameName);
  if (field.name && field.name !== "Value") parts.push(field.name);
  const labels = labelPart(field, singleLabel);
  if (labels) parts.push(labels);
  if (field.name === "Value" && parts.length === 0 && frameName) parts.push(frameName);

  const name = parts.join(" ") || field.name || "Value";
  return name === field.name ? uniqueName(field, frame) : name;
}

function labelPart(field: Field, singleLabel: string | null): string {
  if (!field.labels) return "";
  return singleLabel === null ? labelsText(field.labels) : (field.labels[singleLabel] ?? "");
}

/** Equal column names get a number, the first one included. */
function uniqueName(field: Field, frame: DataFrame): string {
  const twins = frame.fields.filter((other) => other.name === field.name);
  return twins.length < 2 ? field.name : `${field.name} ${twins.indexOf(field) + 1}`;
}

function onlyLabelName(frames: DataFrame[]): string | null {
  let single: string | null = null;
  for (const frame of frames) {
    for (const field of frame.fields) {
      for (const name of Object.keys(field.labels ?? {})) {
        if (single === null) single = name;
        else if (single !== name) return null;
      }
    }
  }
  return single;
}
