import { newUid } from "@/lib/shared/dashboards/new-uid";

/** A dashboard to begin with; it carries its uid, so that what it is exported as stays one and the same dashboard. */
export function blankDocument(title: string) {
  return {
    uid: newUid(),
    title,
    tags: [],
    timezone: "browser",
    schemaVersion: 39,
    version: 0,
    graphTooltip: 1,
    time: { from: "now-6h", to: "now" },
    timepicker: {},
    templating: { list: [] },
    annotations: { list: [] },
    panels: [],
  };
}
