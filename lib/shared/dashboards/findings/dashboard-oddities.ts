import type { JsonObject } from "@/lib/shared/json";
import { readArray, readNumber, readString } from "../read-json";
import type { ImportFinding } from "./finding";
import { hardWired } from "./panel-oddities";
import { objectsAt, type Placed } from "./walk-document";

const jsonnetLeftover: ImportFinding = {
  id: "jsonnet-leftover",
  severity: "info",
  path: ["_config"],
  message: "_config is a leftover of the Jsonnet that made this file.",
  fix: { label: "Remove it", changes: [{ path: ["_config"] }] },
};

/** What is odd about the dashboard as a whole. */
export function dashboardOddities(document: JsonObject, panels: readonly Placed[]): ImportFinding[] {
  return [
    ...typeOddities(document),
    ...versionOddities(document, panels),
    ...(Object.hasOwn(document, "_config") ? [jsonnetLeftover] : []),
    ...objectsAt(document.links, ["links"]).flatMap((link) => hardWired(link, "the dashboard")),
  ];
}

function typeOddities(document: JsonObject): ImportFinding[] {
  const found: ImportFinding[] = [];
  const add = (id: string, key: string, message: string, value?: string | number | []) =>
    found.push({
      id,
      severity: value === undefined ? "warning" : "info",
      path: [key],
      message,
      ...(value !== undefined && {
        fix: { label: `Write ${JSON.stringify(value)}`, changes: [{ path: [key], value }] },
      }),
    });
  const { refresh, schemaVersion, tags, uid } = document;
  if (typeof refresh === "boolean")
    add("refresh-boolean", "refresh", "Refresh is true or false; it reads as off.", "");
  if (typeof schemaVersion === "string") {
    add("schema-version-text", "schemaVersion", "schemaVersion is a text.", readNumber(schemaVersion) ?? 0);
  }
  if (tags !== undefined && tags !== null && !Array.isArray(tags))
    add("tags-no-list", "tags", "tags is no list; there are none.", []);
  if (uid !== undefined && uid !== null && typeof uid !== "string") {
    add("uid-no-text", "uid", "The uid is no text, so the dashboard gets a new one.");
  }
  for (const key of ["panels", "rows"]) {
    const value = document[key];
    if (value !== undefined && value !== null && !Array.isArray(value)) {
      add("panels-no-list", key, `${key} is no list; it reads as empty.`);
    }
  }
  return found;
}

function versionOddities(document: JsonObject, panels: readonly Placed[]): ImportFinding[] {
  const version = readNumber(document.schemaVersion) ?? 0;
  const path = ["schemaVersion"];
  const types = new Set(panels.map(({ raw }) => readString(raw.type)));
  const found: ImportFinding[] = [];
  const add = (id: string, message: string) => found.push({ id, severity: "info", path, message });
  if (version < 27 && types.has("timeseries")) {
    add(
      "schema-version-old",
      `schemaVersion ${version} is older than the panels in it; they are read by their shape.`,
    );
  }
  if (version < 16 && readArray(document.panels).length > 0) {
    add("schema-version-grid", `schemaVersion ${version} is older than the grid that its panels stand on.`);
  }
  if (version >= 37 && (types.has("graph") || types.has("singlestat") || types.has("table-old"))) {
    add("schema-version-angular", `schemaVersion ${version} is newer than the Angular panels in it.`);
  }
  return found;
}
