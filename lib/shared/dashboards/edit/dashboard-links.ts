import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { setAt } from "./json-path";

export type DashboardLinkType = "link" | "dashboards";

export function listDashboardLinks(document: DashboardDocument): Json[] {
  return Array.isArray(document.links) ? document.links : [];
}

export function withDashboardLinks(document: DashboardDocument, links: Json[]): DashboardDocument {
  const changed = setAt(document, ["links"], links);
  return isJsonObject(changed) ? changed : document;
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
