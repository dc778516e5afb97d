import type { JsonObject } from "@/lib/shared/json";
import { freeRefIds } from "./free-ref-ids";
import { readDatasource } from "./read-datasource";
import { readNumber, readObjects, readString } from "./read-json";
import type { ReadTarget } from "./reading-model";

/** The queries of a panel; missing and repeated refIds get the next free letter. */
export function readTargets(json: unknown): ReadTarget[] {
  const stored = readObjects(json);
  const free = freeRefIds(new Set(stored.map((target) => readString(target.refId))));
  const used = new Set<string>();
  return stored.map((target) => {
    const own = readString(target.refId);
    const refId = own && !used.has(own) ? own : free();
    used.add(refId);
    return readTarget(target, refId);
  });
}

function readTarget(target: JsonObject, refId: string): ReadTarget {
  const instant = target.instant === true;
  const datasource = readDatasource(target.datasource);
  const isExpression = datasource?.type === "__expr__" || datasource?.uid === "__expr__";
  return {
    refId,
    expr: isExpression ? "" : readString(target.expr),
    legendFormat: readString(target.legendFormat),
    format: target.format === "table" || target.format === "heatmap" ? target.format : "time_series",
    instant,
    range: typeof target.range === "boolean" ? target.range || !instant : !instant,
    interval: readString(target.interval),
    intervalFactor: Math.max(1, readNumber(target.intervalFactor) ?? 1),
    hidden: target.hide === true,
    ...(target.exemplar === true ? { exemplar: true } : {}),
    ...(isExpression ? { expression: target } : {}),
    datasource,
  };
}
