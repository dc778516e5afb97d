import { isJsonObject, type Json } from "@/lib/shared/json";
import { readNumber, readObject, readString } from "../read-json";
import type { ImportFinding } from "./finding";
import { nameOf, objectsAt, type Placed } from "./walk-document";

/** What is odd about thresholds, mappings and overrides of a panel. */
export function fieldOddities(panel: Placed): ImportFinding[] {
  const name = nameOf(panel.raw);
  const config = readObject(panel.raw.fieldConfig);
  const defaults = readObject(config.defaults);
  const path = [...panel.path, "fieldConfig"];
  return [
    ...thresholdOddities(defaults.thresholds, [...path, "defaults", "thresholds"], name),
    ...mappingOddities(defaults.mappings, [...path, "defaults", "mappings"], name),
    ...overrideOddities(config.overrides, [...path, "overrides"], name),
    ...axisOddities(panel, name),
  ];
}

function thresholdOddities(
  thresholds: Json | undefined,
  path: Placed["path"],
  name: string,
): ImportFinding[] {
  if (!isJsonObject(thresholds) || thresholds.steps === undefined) return [];
  const stepsPath = [...path, "steps"];
  const base: Json = [{ color: "green", value: null }];
  const fix = { label: "Write the base step", changes: [{ path: stepsPath, value: base }] };
  const { steps } = thresholds;
  if (!Array.isArray(steps)) {
    const message = `The threshold steps of ${name} are no list; none are drawn.`;
    return [{ id: "threshold-steps-no-list", severity: "warning", path: stepsPath, message, fix }];
  }
  if (steps.length === 0) {
    const message = `${name} has an empty list of threshold steps.`;
    return [{ id: "threshold-steps-empty", severity: "info", path: stepsPath, message, fix }];
  }
  return objectsAt(steps, stepsPath).flatMap((step) => stepOddities(step, name));
}

function stepOddities({ raw, path }: Placed, name: string): ImportFinding[] {
  const isFirst = path.at(-1) === 0;
  const { value } = raw;
  if (typeof value === "string") {
    const number = readNumber(value);
    const fix = {
      label: "Store it as a number",
      changes: [{ path: [...path, "value"], value: number ?? null }],
    };
    const message = `A threshold of ${name} is the text "${value.slice(0, 40)}".`;
    return [{ id: "threshold-text", severity: "info", path, message, ...(number !== undefined && { fix }) }];
  }
  if (isFirst || (value !== undefined && value !== null)) return [];
  const fix = { label: "Remove the step", changes: [{ path }] };
  const message = `A threshold step of ${name} after the first has no value and is not drawn.`;
  return [{ id: "threshold-without-value", severity: "warning", path, message, fix }];
}

function mappingOddities(mappings: Json | undefined, path: Placed["path"], name: string): ImportFinding[] {
  return objectsAt(mappings, path)
    .filter(({ raw }) => typeof raw.type === "number")
    .map((mapping) => ({
      id: "mapping-old",
      severity: "info" as const,
      path: mapping.path,
      message: `A value mapping of ${name} is in the form before Grafana 8. Upgrading the panel writes it anew.`,
    }));
}

function overrideOddities(overrides: Json | undefined, path: Placed["path"], name: string): ImportFinding[] {
  return objectsAt(overrides, path).flatMap(({ raw, path: at }): ImportFinding[] => {
    const { options } = readObject(raw.matcher);
    const empty = objectsAt(raw.properties, [...at, "properties"]).filter(
      (one) => one.raw.value === undefined,
    );
    const found = empty.map(
      (property): ImportFinding => ({
        id: "override-without-value",
        severity: "info",
        path: property.path,
        message: `An override of ${name} sets "${readString(property.raw.id).slice(0, 40)}" to nothing.`,
        fix: { label: "Remove it", changes: [{ path: property.path }] },
      }),
    );
    if (typeof options === "string" && /\(\?[=!<]/.test(options)) {
      const message = `An override of ${name} looks around in its pattern: ${options.slice(0, 60)}. It works here and in Grafana.`;
      found.push({ id: "override-lookaround", severity: "info", path: at, message });
    }
    return found;
  });
}

function axisOddities({ raw, path }: Placed, name: string): ImportFinding[] {
  return objectsAt(raw.yaxes, [...path, "yaxes"]).flatMap((axis) =>
    ["min", "max"].flatMap((key): ImportFinding[] => {
      const value = axis.raw[key];
      if (typeof value !== "string") return [];
      const number = readNumber(value);
      const at = [...axis.path, key];
      const fix = { label: "Store it as a number", changes: [{ path: at, value: number ?? null }] };
      const message = `The ${key} of an axis of ${name} is a text.`;
      return [
        { id: "axis-limit-text", severity: "info", path: at, message, ...(number !== undefined && { fix }) },
      ];
    }),
  );
}

/** Thresholds of a single stat stand in one text: "70,90". */
export function singlestatOddities({ raw, path }: Placed): ImportFinding[] {
  const { type, thresholds } = raw;
  if (type !== "singlestat" || typeof thresholds !== "string" || thresholds.trim() === "") return [];
  const wrong = thresholds.split(",").filter((part) => readNumber(part) === undefined);
  if (wrong.length === 0) return [];
  const message = `The thresholds of ${nameOf(raw)}, "${thresholds.slice(0, 40)}", are not all numbers; those that are count.`;
  return [{ id: "singlestat-thresholds", severity: "warning", path: [...path, "thresholds"], message }];
}
