import type { JsonObject } from "@/lib/shared/json";
import { runSteps } from "@/lib/shared/run-steps";
import { parseDurationMs } from "@/lib/shared/time/duration";
import { readDatasource } from "./read-datasource";
import { compact, readArray, readNumber, readObject, readObjects, readString } from "./read-json";
import type { ReadAnnotation, StoredAnnotations } from "./reading-model";

/** What Grafana puts before the others where a dashboard has none of the kind. */
const builtIn: JsonObject = {
  builtIn: 1,
  name: "Annotations & Alerts",
  datasource: "-- Grafana --",
  enable: true,
  hide: true,
  iconColor: "rgba(0, 211, 255, 1)",
  type: "dashboard",
};

/** Some milliseconds of work. */
const annotationsAStep = 5_000;

/** Annotations that are asked with PromQL, those that were written down, and stretches of every day or week; other kinds of datasource have nothing here. */
export function readAnnotations(document: JsonObject): ReadAnnotation[] {
  return runSteps(readAnnotationsInSteps(document));
}

/** The same, pausing between some and some. */
export function* readAnnotationsInSteps(document: JsonObject): Generator<undefined, ReadAnnotation[]> {
  const list = readObjects(readObject(document.annotations).list);
  const all = list.some((raw) => raw.builtIn) ? list : [builtIn, ...list];
  const found = new Map<string, ReadAnnotation>();
  for (const [index, raw] of all.entries()) {
    if (index % annotationsAStep === annotationsAStep - 1) yield;
    const annotation = readAnnotation(raw);
    const asks = annotation.expr.trim() !== "" || annotation.region || annotation.stored;
    if (asks && !found.has(annotation.name)) found.set(annotation.name, annotation);
  }
  return [...found.values()];
}

const usualStored = 100;
const mostStored = 1_000;

function readAnnotation(raw: JsonObject): ReadAnnotation {
  const target = readObject(raw.target);
  const stored = readStoredAnnotations(raw);
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
    ...(stored ? { stored } : {}),
  };
}

/** What is asked of the annotations that were written down; null for other kinds. */
export function readStoredAnnotations(raw: JsonObject): StoredAnnotations | null {
  const source = readDatasource(raw.datasource);
  const isGrafana =
    source?.type === "grafana" || source?.uid === "-- Grafana --" || source?.uid === "grafana";
  const { queryType, ...target } = readObject(raw.target);
  if (!(isGrafana || raw.builtIn) || queryType === "timeRegions") return null;
  const asked = { ...raw, ...target };
  return {
    by: asked.type === "tags" ? "tags" : "dashboard",
    tags: readArray(asked.tags)
      .filter((tag) => typeof tag === "string" && tag !== "")
      .map(String),
    matchAny: asked.matchAny === true,
    limit: Math.min(mostStored, Math.max(1, Math.floor(readNumber(asked.limit) ?? usualStored))),
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
