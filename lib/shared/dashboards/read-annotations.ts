import type { JsonObject } from "@/lib/shared/json";
import { parseDurationMs } from "@/lib/shared/time/duration";
import { readDatasource } from "./read-datasource";
import { compact, readArray, readNumber, readObject, readObjects, readString } from "./read-json";
import type { ReadAnnotation } from "./reading-model";

/** The annotations that are asked with PromQL, and stretches of every day or week; Grafana's own store and other kinds of datasource have nothing here. */
export function readAnnotations(document: JsonObject): ReadAnnotation[] {
  const names = new Set<string>();
  return readObjects(readObject(document.annotations).list).flatMap((raw) => {
    const annotation = readAnnotation(raw);
    if ((annotation.expr.trim() === "" && !annotation.region) || names.has(annotation.name)) return [];
    names.add(annotation.name);
    return [annotation];
  });
}

function readAnnotation(raw: JsonObject): ReadAnnotation {
  const target = readObject(raw.target);
  return {
    name: readString(raw.name) || "Annotation",
    enabled: raw.enable === true,
    hidden: raw.hide === true,
    color: readString(raw.iconColor) || "red",
    datasource: readDatasource(raw.datasource),
    expr: readString(raw.expr) || readString(target.expr),
    step: readString(raw.step) || readString(target.interval) || "60s",
    titleFormat: readString(raw.titleFormat),
    textFormat: readString(raw.textFormat),
    tagKeys: readString(raw.tagKeys)
      .split(",")
      .map((key) => key.trim())
      .filter((key) => key !== ""),
    valueIsTime: raw.useValueForTime === true || raw.useValueForTime === "on",
    panels: readPanelFilter(raw),
    ...readRegion(target),
  };
}

function readRegion({ queryType, timeRegion }: JsonObject): Pick<ReadAnnotation, "region"> {
  if (queryType !== "timeRegions") return {};
  const { from, to, fromDayOfWeek, toDayOfWeek, timezone, mode, cronExpr, duration } = readObject(timeRegion);
  const timeZone = readString(timezone);
  if (mode === "cron") {
    const lastsMs = parseDurationMs(readString(duration)) ?? 0;
    return { region: { from: "", to: "", timeZone, cron: { expression: readString(cronExpr), lastsMs } } };
  }
  const firstDay = readNumber(fromDayOfWeek);
  const days = compact({ fromDayOfWeek: firstDay, toDayOfWeek: readNumber(toDayOfWeek) ?? firstDay });
  return { region: { from: readString(from), to: readString(to), ...days, timeZone } };
}

function readPanelFilter(raw: JsonObject): ReadAnnotation["panels"] {
  const { exclude, ids } = readObject(raw.filter);
  const panelIds = readArray(ids).flatMap((id) => readNumber(id) ?? []);
  return panelIds.length === 0 ? null : { exclude: exclude === true, ids: panelIds };
}
