import { readArray } from "@/lib/shared/dashboards/read-json";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import type { Json, JsonObject } from "@/lib/shared/json";

export type DashboardLinkType = "link" | "dashboards";

export function listDashboardLinks(document: DashboardDocument): Json[] {
  return readArray(document.links);
}

export function withDashboardLinks(document: DashboardDocument, links: Json[]): DashboardDocument {
  return { ...document, links };
}

/** What a new link holds in Grafana's form: to an address, or to the dashboards with some tags. */
export function newDashboardLink(type: DashboardLinkType): JsonObject {
  return {
    type,
    title: "",
    icon: "external link",
    tooltip: "",
    url: "",
    tags: [],
    asDropdown: type === "dashboards",
    includeVars: true,
    keepTime: true,
    targetBlank: false,
  };
}
