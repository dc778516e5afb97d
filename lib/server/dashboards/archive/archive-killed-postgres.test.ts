import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, expect, it } from "vitest";
import { closeDatabase } from "@/lib/server/db";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import type { ArchivedFile } from "@/lib/shared/dashboards/dashboard";
import { migrate } from "@/scripts/db/migrate.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/scripts/start/embedded-postgres.ts";
import { listDashboards } from "../list-dashboards";
import { importArchive } from "./import-archive";

const folder = mkdtempSync(join(tmpdir(), "panelsmith-killed-"));
const dataDir = join(folder, "data");
let postgres: EmbeddedPostgres | undefined;

afterAll(async () => {
  await closeDatabase();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(preferredPort: number): Promise<EmbeddedPostgres> {
  const started = await startEmbeddedPostgres({ dataDir, preferredPort, logFile: join(folder, "log") });
  process.env.DATABASE_URL = started.url;
  return started;
}

/** At once and without a word; the processes it started end as they notice. */
function killPostgres(): void {
  const [pid = ""] = readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n");
  process.kill(Number(pid), "SIGKILL");
}

const count = 40;
const killedAfter = 12;

async function* archive(): AsyncGenerator<Uint8Array> {
  const files = Array.from({ length: count }, (_, n) => {
    return [`F/${n}.json`, strToU8(JSON.stringify({ uid: `d${n}`, title: `D${n}`, panels: [] }))];
  });
  yield zipSync(Object.fromEntries(files), { level: 0 });
}

it("a Postgres killed in the middle keeps all that was told as imported; running it again completes it", async () => {
  postgres = await start(0);
  await migrate(postgres.url);
  const a = await createTestTenant();
  const told: ArchivedFile[] = [];
  for await (const file of importArchive(a.editor, {}, archive())) {
    told.push(file);
    if (told.length === killedAfter) killPostgres();
  }
  const outcomes = (of: readonly ArchivedFile[], outcome: string) =>
    of.filter((file) => file.outcome === outcome).map(({ path }) => path);
  const [created, failed] = [outcomes(told, "created"), outcomes(told, "failed")];
  expect(created.length).toBeGreaterThanOrEqual(killedAfter);
  expect(failed.length).toBeGreaterThan(0);
  expect(created.length + failed.length).toBe(count);

  await closeDatabase();
  await postgres.stop().catch(() => undefined);
  postgres = await start(postgres.port);
  const stored = (await listDashboards(a.viewer, { limit: 100 })).items.map(
    ({ uid }) => `F/${uid.slice(1)}.json`,
  );
  expect(stored).toEqual(expect.arrayContaining(created));
  const again = await Array.fromAsync(importArchive(a.editor, {}, archive()));
  expect(outcomes(again, "unchanged")).toEqual(expect.arrayContaining(created));
  expect(outcomes(again, "failed")).toEqual([]);
  expect((await listDashboards(a.viewer, { limit: 100 })).items).toHaveLength(count);
}, 120_000);
