import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GrafanaStandIn, startGrafanaStandIn } from "@/e2e/grafana-stand-in/start-grafana-stand-in";
import { env } from "@/lib/server/env";
import type { JsonObject } from "@/lib/shared/json";
import { canonicalContent } from "@/lib/shared/publish/canonical-content";
import { hasUniqueTitles } from "@/lib/shared/publish/grafana-version";
import { apiUrl, authorizationOf, type GrafanaConnection } from "./connection";
import { ensureFolder, findFolderByTitle, type GrafanaFolder } from "./folders";
import { getGrafanaDashboard } from "./get-dashboard";
import type { GrafanaFailure } from "./grafana-failure";
import { latestVersionMessage } from "./latest-version-message";
import { listGrafanaDatasources } from "./list-datasources";
import { probeGrafana } from "./probe";
import { labelValuesThroughGrafana } from "./query-datasource";
import { readOrg } from "./read-org";
import { readGrafanaVersion } from "./read-version";
import { saveGrafanaDashboard } from "./save-dashboard";
import { searchGrafana } from "./search";

const { GRAFANA_URL, GRAFANA_TOKEN } = env();
const run = randomBytes(4).toString("hex");

interface Server {
  connection: GrafanaConnection;
  close(): Promise<void>;
}

async function standIn(version: string): Promise<Server> {
  const datasources = [{ uid: "prom", name: "Prometheus", url: "http://127.0.0.1:1", isDefault: true }];
  const server: GrafanaStandIn = await startGrafanaStandIn({ version, datasources });
  return { connection: connectionTo(server.url, server.tokens.editor), close: server.close };
}

async function live(): Promise<Server> {
  const connection = connectionTo(GRAFANA_URL ?? "", GRAFANA_TOKEN ?? "");
  return { connection, close: () => removeEverything(connection) };
}

function connectionTo(url: string, token: string): GrafanaConnection {
  const allowlist = [URL.canParse(url) ? new URL(url).hostname : ""];
  return { url, credentials: { kind: "token", token }, allowlist, retryDelayMs: 10 };
}

/** Leaves a live server as it was found: folders take their dashboards along. */
async function removeEverything(connection: GrafanaConnection): Promise<void> {
  const headers = { authorization: authorizationOf(connection.credentials) };
  const remove = (path: string) => fetch(apiUrl(connection.url, path), { method: "DELETE", headers });
  for (const hit of await searchGrafana(connection, { query: run })) {
    await remove(hit.type === "dash-folder" ? `/api/folders/${hit.uid}` : `/api/dashboards/uid/${hit.uid}`);
  }
}

const servers: [string, () => Promise<Server>][] = [
  ["a stand-in of 7.5", () => standIn("7.5.5")],
  ["a stand-in of 9.4", () => standIn("9.4.0")],
  ["a stand-in of 12.3", () => standIn("12.3.0")],
];
if (GRAFANA_URL && GRAFANA_TOKEN) servers.push([`the server at ${new URL(GRAFANA_URL).host}`, live]);

describe.each(servers)("the Grafana client against %s", (_name, start) => {
  let server: Server;
  let grafana: GrafanaConnection;
  let folder: GrafanaFolder;
  let version: string;

  beforeAll(async () => {
    server = await start();
    grafana = server.connection;
    version = await readGrafanaVersion(grafana);
    folder = await ensureFolder(grafana, `Contract ${run}`);
  });
  afterAll(() => server.close());

  const document = (name: string, more: JsonObject = {}) => ({
    uid: `c-${run}-${name}`,
    title: `Contract ${run} ${name}`,
    schemaVersion: 27,
    tags: ["contract"],
    panels: [{ id: 1, type: "timeseries", title: "Up", targets: [{ refId: "A", expr: "up" }] }],
    ...more,
  });
  const save = (
    name: string,
    versionSeen: number | null,
    more: JsonObject = {},
    place: GrafanaFolder | null = folder,
  ) =>
    saveGrafanaDashboard(grafana, {
      document: document(name, more),
      versionSeen,
      folder: place,
      message: `m ${name}`,
    });

  it("reads version, organization and data sources", async () => {
    expect(version).toMatch(/^\d+\.\d+/);
    expect(await readOrg(grafana)).toMatchObject({ id: expect.any(Number), name: expect.any(String) });
    for (const source of await listGrafanaDatasources(grafana)) {
      expect(source).toMatchObject({ uid: expect.stringMatching(/./), name: expect.stringMatching(/./) });
    }
  });

  it("finds that everything is there for publishing", async () => {
    const test = await probeGrafana(grafana, { folder: folder.title, datasourceUids: [] });
    const failed = test.checks.filter(({ state, name }) => state === "failed" && name !== "datasources");
    expect(failed).toEqual([]);
    expect(test.org).not.toBeNull();
  });

  it("makes a folder once, also for two at the same time", async () => {
    expect((await ensureFolder(grafana, folder.title)).uid).toBe(folder.uid);
    const title = `Contract ${run} twice`;
    const [one, two] = await Promise.all([ensureFolder(grafana, title), ensureFolder(grafana, title)]);
    expect(two.uid).toBe(one.uid);
    expect(await findFolderByTitle(grafana, `no folder ${run}`)).toBeNull();
  });

  it("creates at version 1, keeps the content, and updates the version it saw", async () => {
    expect(await save("create", null)).toMatchObject({ version: 1, uid: `c-${run}-create` });
    const first = await getGrafanaDashboard(grafana, `c-${run}-create`);
    expect(first).toMatchObject({
      version: 1,
      folderUid: folder.uid,
      isFolder: false,
      provisioned: false,
      canSave: true,
    });
    expect(canonicalContent(first?.document ?? {})).toBe(canonicalContent(document("create")));
    expect(await save("create", 1, { tags: ["contract", "two"] })).toMatchObject({ version: 2 });
    expect((await getGrafanaDashboard(grafana, `c-${run}-create`))?.folderUid).toBe(folder.uid);
  });

  it("is refused over a version it has not seen, and writes nothing", async () => {
    await save("stale", null);
    await save("stale", 1);
    for (const seen of [1, 7, null]) {
      await expect(save("stale", seen)).rejects.toMatchObject({ reason: "version-mismatch", status: 412 });
    }
    expect((await getGrafanaDashboard(grafana, `c-${run}-stale`))?.version).toBe(2);
  });

  it("gives one of several writers the version", async () => {
    await save("race", null);
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map((tag) => save("race", 1, { tags: [String(tag)] })),
    );
    const won = outcomes.filter(({ status }) => status === "fulfilled").length;
    expect(won).toBeGreaterThanOrEqual(1);
    expect(won).toBeLessThan(4);
  });

  it("moves between folders only as told", async () => {
    await save("move", null);
    await save("move", 1, {}, null);
    expect((await getGrafanaDashboard(grafana, `c-${run}-move`))?.folderUid).toBe("");
    await save("move", 2, {}, folder);
    expect((await getGrafanaDashboard(grafana, `c-${run}-move`))?.folderUid).toBe(folder.uid);
  });

  it("does not take over another dashboard of the same title", async () => {
    await save("title", null);
    const other = save("title-2", null, { title: `contract: ${run} TITLE!` });
    if (hasUniqueTitles(version)) await expect(other).rejects.toMatchObject({ reason: "name-exists" });
    else expect(await other).toMatchObject({ uid: `c-${run}-title-2` });
    expect((await getGrafanaDashboard(grafana, `c-${run}-title`))?.version).toBe(1);
  });

  it("tells a missing dashboard and a folder's uid from a dashboard", async () => {
    expect(await getGrafanaDashboard(grafana, `c-${run}-none`)).toBeNull();
    const asDashboard = await getGrafanaDashboard(grafana, folder.uid);
    expect(asDashboard === null || asDashboard.isFolder).toBe(true);
  });

  it("finds what it saved, and the message of its newest version", async () => {
    await save("found", null);
    const hits = await searchGrafana(grafana, { type: "dash-db", query: `Contract ${run} found` });
    expect(hits).toMatchObject([{ uid: `c-${run}-found`, folderUid: folder.uid }]);
    const dashboard = await getGrafanaDashboard(grafana, `c-${run}-found`);
    expect(await latestVersionMessage(grafana, { uid: `c-${run}-found`, id: dashboard?.id ?? null })).toBe(
      "m found",
    );
  });

  it("reaches the server behind a data source, whether or not that one answers", async () => {
    const prometheus = (await listGrafanaDatasources(grafana)).find(({ type }) => type === "prometheus");
    if (!prometheus) return;
    const asked = await labelValuesThroughGrafana({ connection: grafana, version }, prometheus, "job").catch(
      (error: GrafanaFailure) => error.status,
    );
    expect(Array.isArray(asked) || asked === 502).toBe(true);
  });

  it("hands on why a document is refused", async () => {
    const long = saveGrafanaDashboard(grafana, {
      document: { ...document("long"), uid: `c-${run}-`.padEnd(41, "x") },
      versionSeen: null,
      folder,
      message: "",
    });
    await expect(long).rejects.toMatchObject({
      reason: "invalid",
      message: expect.stringContaining("uid too long"),
    });
    await expect(save("no-title", null, { title: " " })).rejects.toMatchObject({
      reason: "invalid",
      status: 400,
    });
  });

  it("says that a token is not accepted, without showing it", async () => {
    const token = "glsa_not_a_token_of_this_server";
    const stranger = { ...grafana, credentials: { kind: "token" as const, token } };
    const error = await readOrg(stranger).catch((caught: Error) => caught);
    expect(error).toMatchObject({ reason: "unauthorized" });
    expect(JSON.stringify(error) + String(error)).not.toContain(token);
  });
});
