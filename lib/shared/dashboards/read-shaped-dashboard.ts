import { readAnnotationsInSteps } from "./read-annotations";
import { compact, readArray, readNumber, readObject, readObjects, readString } from "./read-json";
import { type ReadShape, readPanels } from "./read-panels";
import { readVariables } from "./read-variables";
import type { DashboardDocument, ReadDashboard } from "./reading-model";

const defaultIntervals = ["5s", "10s", "30s", "1m", "5m", "15m", "30m", "1h", "2h", "1d"];

/** A dashboard whose panels are of the shapes that `readShape` knows, with pauses for who cannot wait for a very large one. */
export function* readShapedDashboard(
  document: DashboardDocument,
  readShape: ReadShape,
): Generator<undefined, ReadDashboard> {
  const findings: ReadDashboard["findings"] = [];
  const time = readObject(document.time);
  const timepicker = readObject(document.timepicker);
  const intervals = readArray(timepicker.refresh_intervals).filter(
    (interval) => typeof interval === "string",
  );
  if (typeof document.refresh === "boolean") {
    const message = "Refresh is stored as true or false; it reads as off.";
    findings.push({ rule: "refresh-boolean", message, path: ["refresh"] });
  }
  const panels = readPanels(document, findings, readShape);
  yield;
  const variables = readVariables(document, findings);
  yield;
  const annotations = yield* readAnnotationsInSteps(document);
  yield;
  return {
    uid: readString(document.uid) || null,
    title: readString(document.title),
    description: readString(document.description),
    tags: readArray(document.tags).filter((tag) => typeof tag === "string"),
    time: { from: readString(time.from, "now-6h"), to: readString(time.to, "now") },
    refresh: typeof document.refresh === "string" ? document.refresh : "",
    refreshIntervals: intervals.length > 0 ? intervals : defaultIntervals,
    timezone: readString(document.timezone),
    ...readCalendar(document),
    graphTooltip: readTooltip(document),
    ...panels,
    variables,
    annotations,
    links: readObjects(document.links),
    findings,
  };
}

const weekDays: Record<string, 0 | 1 | 6> = { sunday: 0, monday: 1, saturday: 6 };

function readCalendar(document: DashboardDocument): Pick<ReadDashboard, "weekStart" | "fiscalStart"> {
  const month = readNumber(document.fiscalYearStartMonth);
  const fiscalStart = month !== undefined && month > 0 && month < 12 ? Math.floor(month) : undefined;
  return compact({ weekStart: weekDays[readString(document.weekStart).toLowerCase()], fiscalStart });
}

function readTooltip(document: DashboardDocument): 0 | 1 | 2 {
  const stored = readNumber(document.graphTooltip);
  if (stored === 1 || stored === 2) return stored;
  return document.sharedCrosshair === true ? 1 : 0;
}
