import type { JsonObject } from "@/lib/shared/json";
import { readDecimals } from "./read-field-options";
import { compact, readNumber, readString } from "./read-json";
import type { FieldOptions } from "./reading-model";

export function dash(raw: JsonObject): JsonObject {
  return { fill: "dash", dash: [readNumber(raw.dashLength) ?? 10, readNumber(raw.spaceLength) ?? 10] };
}

export function axisOptions(axis: JsonObject, raw: JsonObject): Omit<FieldOptions, "custom"> {
  return compact({
    unit: readString(axis.format) || undefined,
    min: readNumber(axis.min),
    max: readNumber(axis.max),
    decimals: readDecimals(axis.decimals) ?? readDecimals(raw.decimals),
  });
}

export function axisCustom(axis: JsonObject): JsonObject {
  const logBase = readNumber(axis.logBase) ?? 1;
  const custom: JsonObject = {};
  if (axis.show === false) custom.axisPlacement = "hidden";
  if (readString(axis.label)) custom.axisLabel = readString(axis.label);
  if (logBase > 1) custom.scaleDistribution = { type: "log", log: logBase };
  return custom;
}
