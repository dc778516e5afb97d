import { reduceValues } from "@/lib/shared/panels/reduce";
import type { DataFrame, Field } from "./data-frame";

/** A step at which Prometheus has no sample is no value of a series: its last value is its last sample. */
export function reduceField(
  { values }: Field,
  { shape }: Pick<DataFrame, "shape">,
  reducer: string,
): unknown {
  return reduceValues(shape === "series" ? values.filter((value) => value !== null) : values, reducer);
}
