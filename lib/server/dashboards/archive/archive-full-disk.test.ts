import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
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

const disk = mkdtempSync(join(tmpdir(), "panelsmith-disk-"));
const ballast = join(disk, "ballast");
const logFile = `${disk}.log`;
let postgres: EmbeddedPostgres | undefined;

/** A small file system of its own needs the right to mount, which containers and ordinary users often lack. */
const isMounted = (() => {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=220m,mode=0755", "tmpfs", disk], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

afterAll(async () => {
  // Without room a Postgres does not stop either.
  rmSync(ballast, { force: true });
  await closeDatabase();
  await postgres?.stop();
  if (isMounted) execFileSync("umount", ["-l", disk]);
  rmSync(disk, { recursive: true, force: true });
  rmSync(logFile, { force: true });
});

async function start(preferredPort: number): Promise<EmbeddedPostgres> {
  const settings = { min_wal_size: "32MB", max_wal_size: "32MB", max_connections: "30" };
  return startEmbeddedPostgres({ dataDir: join(disk, "data"), preferredPort, logFile, settings });
}

function freeBytes(): number {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
}

async function* bytesOf(files: Record<string, Uint8Array>): AsyncGenerator<Uint8Array> {
  const bytes = zipSync(files, { level: 0 });
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

const count = 30;
const files = Object.fromEntries(
  Array.from({ length: count }, (_, n) => {
    const document = { uid: `d${n}`, title: `D${n}`, pad: randomBytes(400_000).toString("base64") };
    return [`F/${n}.json`, strToU8(JSON.stringify(document))];
  }),
);

it.skipIf(!isMounted)(
  "on a full disk what was told as imported is stored, the rest is told as not, and with room again it is completed",
  async () => {
    postgres = await start(0);
    await migrate(postgres.url);
    process.env.DATABASE_URL = postgres.url;
    const a = await createTestTenant();
    writeFileSync(ballast, Buffer.alloc(Math.max(0, freeBytes() - 36_000_000)));
    const told: ArchivedFile[] = [];
    for await (const file of importArchive(a.editor, {}, bytesOf(files))) told.push(file);
    const created = told.filter(({ outcome }) => outcome === "created");
    const failed = told.filter(({ outcome }) => outcome === "failed");
    expect(created.length).toBeGreaterThan(0);
    expect(failed.length).toBeGreaterThan(0);
    expect(created.length + failed.length).toBe(count);
    // Whether the data or the log meets the end of the disk first, and so whether Postgres survives it, is its own affair.
    expect(failed.at(-1)?.message).toMatch(
      /^Not imported: the (disk of the database is full|database cannot be reached)/,
    );

    rmSync(ballast);
    await closeDatabase();
    await postgres.stop();
    postgres = await start(postgres.port);
    process.env.DATABASE_URL = postgres.url;
    const stored = (await listDashboards(a.viewer, { limit: 100 })).items.map(({ uid }) => uid);
    expect(stored.toSorted()).toEqual(created.map(({ uid }) => uid).toSorted());
    const again = await Array.fromAsync(importArchive(a.editor, {}, bytesOf(files)));
    const outcomes = (of: readonly ArchivedFile[], outcome: string) =>
      of.filter((file) => file.outcome === outcome).map(({ path }) => path);
    expect(outcomes(again, "unchanged")).toEqual(outcomes(told, "created"));
    expect(outcomes(again, "created")).toEqual(outcomes(told, "failed"));
    expect((await listDashboards(a.viewer, { limit: 100 })).items).toHaveLength(count);
  },
  120_000,
);
