import type { DataFrame } from "./data-frame";

/** What Grafana calls the field whose values are tables behind rows. */
export const nestedName = "__nestedFrames";

export function isDataFrame(value: unknown): value is DataFrame {
  return typeof value === "object" && value !== null && "fields" in value && "shape" in value;
}
