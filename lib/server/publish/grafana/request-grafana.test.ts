import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { startGrafanaStandIn } from "@/e2e/grafana-stand-in/start-grafana-stand-in";
import type { StandInOptions } from "@/e2e/grafana-stand-in/types";
import type { GrafanaConnection } from "./connection";
import { listGrafanaDatasources } from "./list-datasources";
import { probeGrafana } from "./probe";
import { readOrg } from "./read-org";
import { readGrafanaVersion } from "./read-version";
import { saveGrafanaDashboard } from "./save-dashboard";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const connect = (url: string, token = "a-secret-token"): GrafanaConnection => ({
  url,
  credentials: { kind: "token", token },
  allowlist: ["127.0.0.1"],
  retryDelayMs: 1,
  timeoutMs: 2000,
});

async function standIn(options: StandInOptions = {}) {
  const server = await startGrafanaStandIn(options);
  closers.push(server.close);
  return server;
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  closers.push(() => server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const page = (html: string, status = 200) =>
  serve((_request, response) => response.writeHead(status, { "content-type": "text/html" }).end(html));

describe("what answers instead of a Grafana", () => {
  it.each([
    [
      "a Prometheus",
      () => page("<html><title>Prometheus Time Series Collection</title>", 404),
      /Prometheus server/,
    ],
    [
      "an exporter",
      () => serve((_q, r) => r.setHeader("content-type", "text/plain").end("# HELP up x\nup 1")),
      /exporter/,
    ],
    [
      "a sign-in page",
      () => page("<!DOCTYPE html><title>Corp</title><input type=password>"),
      /sign-in page \(“Corp”\)/,
    ],
    ["Grafana's own page", () => page("<!doctype html><title>Grafana</title>"), /sub path/],
    [
      "a redirect to sign in",
      () => serve((_q, r) => r.writeHead(302, { location: "https://sso/login" }).end()),
      /sign-in/,
    ],
    [
      "another redirect",
      () => serve((_q, r) => r.writeHead(301, { location: "https://x/" }).end()),
      /final address/,
    ],
    [
      "some JSON",
      () => serve((_q, r) => r.setHeader("content-type", "application/json").end("{}")),
      /not a Grafana/,
    ],
    ["nothing listening", async () => "http://127.0.0.1:1", /Nothing listens/],
    ["silence", () => serve(() => undefined), /in time/],
  ])("says that it is %s", async (_what, start, expected) => {
    const url = await start();
    await expect(readGrafanaVersion({ ...connect(url), timeoutMs: 100 })).rejects.toThrow(expected);
  });

  it("stops reading an endless answer", async () => {
    const url = await serve((_request, response) => {
      response.setHeader("content-type", "application/json");
      for (let part = 0; part < 64; part += 1) response.write("x".repeat(64 * 1024));
      response.end();
    });
    await expect(readOrg({ ...connect(url), maxBytes: 1024 * 1024 })).rejects.toMatchObject({
      reason: "too-large",
    });
  });

  it("never calls an address that is not allowed", async () => {
    let calls = 0;
    const url = await serve((_request, response) => {
      calls += 1;
      response.end();
    });
    await expect(readOrg({ ...connect(url), allowlist: [] })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    expect(calls).toBe(0);
  });
});

describe("trying again", () => {
  it("repeats reads on 429 and 5xx, and gives up in the end", async () => {
    const server = await standIn({ faults: [429, 502, 500] });
    expect((await readOrg(connect(server.url, server.tokens.viewer))).id).toBe(1);
    server.failNext(503, 503, 503, 503);
    await expect(readOrg(connect(server.url, server.tokens.viewer))).rejects.toMatchObject({
      reason: "server",
    });
  });

  it("repeats a write only when nothing can have been written", async () => {
    const server = await standIn();
    const grafana = connect(server.url, server.tokens.editor);
    const save = (uid: string) =>
      saveGrafanaDashboard(grafana, {
        document: { uid, title: uid },
        versionSeen: null,
        folder: null,
        message: "",
      });
    server.failNext(429, 503);
    expect((await save("one")).version).toBe(1);
    server.failNext(500);
    await expect(save("two")).rejects.toMatchObject({ reason: "server" });
    expect(server.writes()).toBe(1);
  });
});

describe("probeGrafana", () => {
  const wanted = { folder: null, datasourceUids: [] };
  const failed = async (grafana: GrafanaConnection, more = {}) => {
    const test = await probeGrafana(grafana, { ...wanted, ...more });
    return test.checks
      .filter(({ state }) => state === "failed")
      .map(({ name, message }) => `${name}: ${message}`);
  };
  const datasources = [{ uid: "prom", name: "Prometheus", url: "http://127.0.0.1:1", isDefault: true }];

  it("works under a sub path", async () => {
    const server = await standIn({ subPath: "/grafana", datasources });
    expect(await failed(connect(server.url, server.tokens.editor))).toEqual([]);
  });

  it("says which right is missing", async () => {
    const server = await standIn({ datasources });
    expect(await failed(connect(server.url, server.tokens.viewer))).toEqual([
      expect.stringMatching(/dashboards: .*Editor/),
    ]);
    expect(await failed(connect(server.url, "wrong"))).toEqual([
      expect.stringMatching(/credentials: .*Check the token/),
    ]);
    const otherOrg = { ...connect(server.url, server.tokens.editor), orgId: 7 };
    expect(await failed(otherOrg)).toEqual([expect.stringMatching(/organization 1 .*not 7/)]);
    const gone = { datasourceUids: ["gone"] };
    expect(await failed(connect(server.url, server.tokens.editor), gone)).toEqual([
      expect.stringMatching(/datasources: .*gone/),
    ]);
  });

  it("sees the same data sources with any role", async () => {
    const server = await standIn({ datasources });
    const [admin, viewer] = await Promise.all(
      [server.tokens.admin, server.tokens.viewer].map((token) =>
        listGrafanaDatasources(connect(server.url, token)),
      ),
    );
    expect(viewer).toEqual(admin);
    expect(viewer).toEqual([{ id: 1, uid: "prom", name: "Prometheus", type: "prometheus", isDefault: true }]);
  });
});
