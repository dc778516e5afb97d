import { compareShape } from "./compare-shape.ts";
import { isObject } from "./read-body.ts";
import { findRoute } from "./routes.ts";
import type { GrafanaStandIn } from "./start-grafana-stand-in.ts";
import { traitsOf } from "./traits.ts";
import type { Json, JsonObject } from "./types.ts";

export interface Exchange {
  name: string;
  instance: string;
  request: { method: string; path: string; headers: Record<string, string>; body: Json };
  response: { status: number; headers: Record<string, string>; body: Json };
}

/** On routes that the stand-in has, but about something it leaves out. */
const unmodelled: [RegExp, string][] = [
  [/^auth\.lockout-/, "locking a user out"],
  [/^alerts\.rule-(without|refid|bad|no-panel|no-cond)/, "checking legacy alert rules"],
  [/^large\./, "the recorded bodies are cut"],
  [/^import\.get-after/, "made by an import, another route"],
  [/^permissions\.viewer-get/, "permissions of a single dashboard, another route"],
  [/^library\./, "library panels"],
  [/^dashboards\.gzip/, "the recorded body is a placeholder"],
];

const panels = [
  {
    id: 1,
    type: "timeseries",
    title: "Up",
    datasource: "Prometheus",
    gridPos: { h: 8, w: 12, x: 0, y: 0 },
    targets: [{ refId: "A", expr: "up" }],
  },
];
const content = {
  panels,
  tags: ["provisioned"],
  schemaVersion: 27,
  timezone: "browser",
  time: { from: "now-6h", to: "now" },
};
const locked = {
  path: "locked.json",
  folder: { uid: "prov-folder", title: "Provisioned" },
  dashboard: { ...content, uid: "prov-locked", title: "Provisioned locked" },
};

/** What happened on the recorded server's disk before an exchange. */
const beforehand: Record<string, (server: GrafanaStandIn) => void> = {
  "provisioned.get-locked": (server) => {
    server.provision(locked);
    const tree = { ...content, uid: "tree-a", title: "Tree A" };
    server.provision({ path: "a.json", folder: { uid: "tree-folder", title: "Team A" }, dashboard: tree });
    const inputs = { ...content, uid: "prov-inputs", title: "Inputs", __inputs: [] };
    server.provision({ path: "inputs.json", folder: locked.folder, dashboard: inputs });
    const ui = { ...content, uid: "prov-ui", title: "Prov UI dashboard" };
    const uiFolder = { uid: "ui-folder", title: "Provisioned UI" };
    server.provision({ path: "ui.json", allowUiUpdates: true, folder: uiFolder, dashboard: ui });
  },
  "provisioned.get-locked-after-file-change": (server) => server.provision(locked),
  "provisioned.get-locked-recreated": (server) => server.provision(locked),
};

/** Sends recorded requests in their order, with ids, uids and keys of this server in place of the recorded ones. */
export function createReplay(server: GrafanaStandIn) {
  const names = new Map<string, string>([
    ["<EDITOR_KEY>", server.tokens.editor],
    ["<VIEWER_KEY>", server.tokens.viewer],
    ["<ADMIN_KEY>", server.tokens.admin],
  ]);
  const ids = new Map<string, number>();
  const groups = new Map<string, number[]>();

  return async (exchange: Exchange): Promise<string[] | "unmodelled" | "other route"> => {
    const { request, response } = exchange;
    const url = new URL(request.path, new URL(server.url).origin);
    const path = url.pathname.replace(/^\/grafana/, "");
    if (!isKnown(path, request.method)) return "other route";
    if (unmodelled.some(([pattern]) => pattern.test(exchange.name))) return "unmodelled";
    beforehand[exchange.name]?.(server);
    if (exchange.name === "auth.expired-key") await new Promise((done) => setTimeout(done, 1100));
    const actual = await send(url, request, names, ids);
    learn(response.body, actual.body, names, ids);
    return differences(exchange, actual, groups);
  };
}

function isKnown(path: string, method: string): boolean {
  return path === "/api/health" || path === "/healthz" || findRoute(recordedTraits, method, path) !== null;
}

const recordedTraits = traitsOf("7.5.5");

async function send(
  url: URL,
  request: Exchange["request"],
  names: Map<string, string>,
  ids: Map<string, number>,
) {
  const target = new URL(url);
  target.pathname = namesIn(target.pathname, names).replace(
    /\/(id|orgs|keys|proxy|datasources)\/(\d+)/,
    (_all, kind, id) => `/${kind}/${idOf(kindOfPath(kind), Number(id), ids)}`,
  );
  for (const [key, value] of url.searchParams) {
    if (key === "folderIds") target.searchParams.set(key, String(idOf("entry", Number(value), ids)));
  }
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, headerOf(name, value, names, ids)]),
  );
  const { body } = request;
  const text =
    typeof body === "string"
      ? body
      : body === null
        ? undefined
        : namesIn(JSON.stringify(withIds(body, ids)), names);
  // As bytes: for text, fetch would add a content type that the recorded request did not have.
  const bytes = text === undefined ? undefined : new TextEncoder().encode(text);
  const answer = await fetch(target, { method: request.method, headers, body: bytes });
  const answered = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json");
  return { status: answer.status, body: (isJson ? JSON.parse(answered) : answered || null) as Json };
}

const kindOfPath = (segment: string) =>
  ({ id: "entry", orgs: "org", keys: "key", proxy: "datasource", datasources: "datasource" })[segment] ??
  segment;

const idOf = (kind: string, id: number, ids: Map<string, number>) => ids.get(`${kind}:${id}`) ?? id;

function namesIn(text: string, names: Map<string, string>): string {
  return [...names].reduce((result, [recorded, actual]) => result.replaceAll(recorded, actual), text);
}

function headerOf(name: string, value: string, names: Map<string, string>, ids: Map<string, number>): string {
  const basic = (login: string) => `Basic ${Buffer.from(login).toString("base64")}`;
  if (value === "Basic <admin:admin>") return basic("admin:admin");
  const key = /^Basic <base64 of (api_key:)(.*)>$/.exec(value)?.[2];
  if (key) return basic(`api_key:${names.get(`<${key}>`)}`);
  if (name === "X-Grafana-Org-Id" && /^\d+$/.test(value)) return String(idOf("org", Number(value), ids));
  return namesIn(value, names);
}

function withIds(body: Json, ids: Map<string, number>): Json {
  if (!isObject(body)) return body;
  const mapped: JsonObject = { ...body };
  if (typeof body.folderId === "number") mapped.folderId = idOf("entry", body.folderId, ids);
  if (isObject(body.dashboard) && typeof body.dashboard.id === "number") {
    mapped.dashboard = { ...body.dashboard, id: idOf("entry", body.dashboard.id, ids) };
  }
  return mapped;
}

/** Pairs what this server named with what the recorded one had named. */
function learn(recorded: Json, actual: Json, names: Map<string, string>, ids: Map<string, number>): void {
  if (!isObject(recorded) || !isObject(actual)) return;
  if (typeof recorded.key === "string" && typeof actual.key === "string") names.set(recorded.key, actual.key);
  if (isObject(recorded.dashboard) && isObject(actual.dashboard)) {
    pair("entry", recorded.dashboard.id, actual.dashboard.id, ids);
    if (isObject(recorded.meta) && isObject(actual.meta))
      pair("entry", recorded.meta.folderId, actual.meta.folderId, ids);
    return;
  }
  const kind =
    "key" in recorded ? "key" : "datasource" in recorded || "access" in recorded ? "datasource" : "entry";
  pair(kind, recorded.id, actual.id, ids);
  pair("org", recorded.orgId, actual.orgId, ids);
  const generated = /^[A-Za-z0-9_-]{9}$/;
  if (typeof recorded.uid === "string" && typeof actual.uid === "string" && generated.test(recorded.uid)) {
    if (recorded.uid !== actual.uid) names.set(recorded.uid, actual.uid);
  }
}

function pair(
  kind: string,
  recorded: Json | undefined,
  actual: Json | undefined,
  ids: Map<string, number>,
): void {
  if (typeof recorded === "number" && typeof actual === "number") ids.set(`${kind}:${recorded}`, actual);
}

function differences(
  { name, response }: Exchange,
  actual: { status: number; body: Json },
  groups: Map<string, number[]>,
): string[] {
  // Ten writers at once: which of them won is chance, how many is not.
  const race = /^(concurrency\..*)\.\d\d$/.exec(name)?.[1];
  if (race) {
    const balance = groups.get(race) ?? [];
    balance.push(actual.status - response.status);
    groups.set(race, balance);
    const sum = balance.reduce((total, part) => total + part, 0);
    return balance.length === 10 && sum !== 0 ? [`${race}: other outcomes than recorded`] : [];
  }
  if (actual.status !== response.status) {
    return [
      `status ${actual.status} ${JSON.stringify(actual.body).slice(0, 200)}, recorded ${response.status}`,
    ];
  }
  const message = isObject(response.body) ? response.body.message : undefined;
  const said = isObject(actual.body) ? actual.body.message : undefined;
  const isSameText =
    response.status < 400 || message === said || /version \d+ not found/.test(String(message));
  const texts = isSameText ? [] : [`says "${said}", recorded "${message}"`];
  return [...texts, ...compareShape(cut(name, response.body), actual.body)];
}

/** Marks recordings that were cut without saying so: half of a dashboard's answer, lists of a few columns. */
function cut(name: string, body: Json): Json {
  if (/datasources-list-after/.test(name) && Array.isArray(body)) {
    return body.map((item) => (isObject(item) ? { "//": "cut", ...item } : item));
  }
  const isHalf = isObject(body) && "meta" in body !== "dashboard" in body;
  return isHalf ? { "//": "cut", ...body } : body;
}
