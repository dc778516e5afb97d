import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createDashboard } from "./dashboards/create-dashboard";
import { createFolder } from "./dashboards/create-folder";
import { getDashboard } from "./dashboards/get-dashboard";
import { listDashboards } from "./dashboards/list-dashboards";
import { closeDatabase, queryUnscoped, withPlatform } from "./db";
import { errorResponse } from "./http/error-response";
import { createTestTenant } from "./testing/create-test-tenant";

const url = process.env.DATABASE_URL;

afterEach(async () => {
  process.env.DATABASE_URL = url;
  await closeDatabase();
});

describe("text that Postgres cannot hold", () => {
  it.each([
    ["a title with U+0000", { title: "a\u0000b", uid: "x" }],
    ["a tag with U+0000", { title: "a", uid: "x", tags: ["\u0000"] }],
    ["half a surrogate pair", { title: "a", uid: "x", text: "\ud800" }],
  ])("is refused or kept, never an error of ours: %s", async (_, document) => {
    const a = await createTestTenant();
    const result = await createDashboard(a.editor, { document }).catch((error: unknown) => error);
    if (result instanceof Error) expect(result).toMatchObject({ code: "INVALID_INPUT" });
    else expect((await getDashboard(a.viewer, "x")).document).toEqual(document);
  });

  it("is no error of ours in addresses and searches either", async () => {
    const a = await createTestTenant();
    await expect(getDashboard(a.viewer, "\u0000")).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(listDashboards(a.viewer, { query: "\u0000" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await expect(createFolder(a.editor, { title: "\u0000x" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    for (const [type, text] of [
      ["text", "\u0000"],
      ["jsonb", '"\\u0000"'],
      ["jsonb", '"\\ud800"'],
    ]) {
      const told = queryUnscoped(`${type}-${text?.length}`, `SELECT $1::${type} AS a`, [text]);
      await expect(told, text).rejects.toMatchObject({ code: "INVALID_INPUT" });
    }
  });
});

describe("a database that is gone", () => {
  it("is said in one sentence, as 503, by every way to it", async () => {
    await closeDatabase();
    const { env } = await import("./env");
    const settings: { DATABASE_URL?: string } = env();
    settings.DATABASE_URL = "postgresql://nobody:x@127.0.0.1:1/none";
    try {
      for (const attempt of [
        () => withPlatform((tx) => tx.user.count()),
        () => queryUnscoped("gone", "SELECT 1", []),
      ]) {
        const error = await attempt().catch((caught: unknown) => caught);
        expect(error).toMatchObject({
          code: "UPSTREAM_FAILED",
          message: expect.stringContaining("database cannot be reached"),
        });
        expect(errorResponse(error, "id").status).toBe(503);
      }
    } finally {
      settings.DATABASE_URL = url;
    }
  });
});

/** Passes on to Postgres, until its connections fall silent; later ones are passed on again. */
async function startSilencer(target: URL) {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) open.add(socket.on("error", () => undefined));
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const through = new URL(target);
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    silence() {
      for (const socket of open) socket.unpipe().pause();
    },
    stop() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

describe("a database that vanishes without a word", () => {
  it("holds nobody up for long: the lookup of a request is told, the next one connects anew", async () => {
    await closeDatabase();
    const { env } = await import("./env");
    const settings: { DATABASE_URL?: string } = env();
    const silencer = await startSilencer(new URL(settings.DATABASE_URL ?? ""));
    settings.DATABASE_URL = silencer.url;
    try {
      expect(await queryUnscoped("one", "SELECT 1 AS a", [])).toEqual([{ a: 1 }]);
      silencer.silence();
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      const told = queryUnscoped("one", "SELECT 1 AS a", []).catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await told).toMatchObject({ code: "UPSTREAM_FAILED", details: { upstream: "database" } });
      vi.useRealTimers();
      expect(await queryUnscoped("one", "SELECT 1 AS a", [])).toEqual([{ a: 1 }]);
    } finally {
      vi.useRealTimers();
      settings.DATABASE_URL = url;
      await closeDatabase();
      silencer.stop();
    }
  });
});
