import { isJsonObject, type JsonObject } from "@/lib/shared/json";

/** What only dashboards have: with one of these nothing is taken for something else. */
const dashboardKeys = ["panels", "rows", "schemaVersion", "templating", "elements", "dashboard", "__inputs"];

interface OtherKind {
  is: (value: JsonObject) => boolean;
  message: string;
}

const has = (value: JsonObject, ...keys: string[]) => keys.every((key) => value[key] !== undefined);
const startsWith = (value: unknown, start: string) => typeof value === "string" && value.startsWith(start);

const otherKinds: readonly OtherKind[] = [
  {
    is: (value) => value.type === "dash-db" || value.type === "dash-folder",
    message:
      "This is a line of Grafana's search, which names a dashboard and does not hold it. Fetch /api/dashboards/uid/… instead, or import it from a Grafana target.",
  },
  {
    is: (value) =>
      startsWith(value.url, "/dashboards/f/") ||
      startsWith(value.apiVersion, "folder.grafana.app/") ||
      has(value, "title", "hasAcl"),
    message: "This is a folder of Grafana, not a dashboard. Make a folder here, and import what lies in it.",
  },
  {
    is: (value) => isLibraryPanel(value) || (isJsonObject(value.result) && isLibraryPanel(value.result)),
    message:
      "This is a library panel, not a dashboard. Import a dashboard that uses it, exported for sharing, or put its model into one's panels.",
  },
  {
    is: (value) =>
      typeof value.type === "string" &&
      (has(value, "targets") || has(value, "gridPos") || has(value, "fieldConfig")),
    message: 'This is a single panel, not a dashboard. Put it into one: {"title": "…", "panels": [ this ]}.',
  },
  {
    is: (value) => has(value, "condition", "data") || has(value, "ruleGroup") || has(value, "grafana_alert"),
    message: "This is an alert rule of Grafana, not a dashboard. Alert rules are made under Alerts.",
  },
  {
    is: (value) => Array.isArray(value.groups) || (has(value, "name") && Array.isArray(value.rules)),
    message: "These are groups of rules, not a dashboard. Alert rules are made under Alerts.",
  },
  {
    is: (value) => Array.isArray(value.providers) || Array.isArray(value.datasources),
    message: "This is a provisioning file of Grafana: it names where things lie and holds no dashboard.",
  },
  {
    is: (value) => has(value, "type", "url", "access"),
    message:
      "This is a data source of Grafana, not a dashboard. An admin adds datasources under Admin, Datasources.",
  },
  {
    is: (value) => has(value, "status", "data") && (value.status === "success" || value.status === "error"),
    message:
      "This is an answer of Prometheus, not a dashboard. Export the dashboard from Grafana: Share, Export.",
  },
];

/** What a value is that is no dashboard though it looks like something of Grafana's, and what to do; null for all else. */
export function nameOtherKind(value: JsonObject): string | null {
  if (dashboardKeys.some((key) => value[key] !== undefined) || isJsonObject(value.spec)) {
    return startsWith(value.apiVersion, "folder.grafana.app/") ? messageOf(value) : null;
  }
  return messageOf(value) ?? errorOfGrafana(value);
}

function messageOf(value: JsonObject): string | null {
  return otherKinds.find(({ is }) => is(value))?.message ?? null;
}

function isLibraryPanel(value: JsonObject): boolean {
  return isJsonObject(value.model) && has(value, "name") && !has(value, "title");
}

function errorOfGrafana({ message, title }: JsonObject): string | null {
  if (typeof message !== "string" || title !== undefined) return null;
  return `This is an error that Grafana answered instead of a dashboard: "${message.slice(0, 100)}". Fetch it with a token that may read it.`;
}
