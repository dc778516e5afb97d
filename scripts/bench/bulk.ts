// Renaming a metric in 500 dashboards, looked at, applied and undone, beside saving them one by one:
// npm run bench -- bulk, or node scripts/run.mjs scripts/bench/bulk.ts [dashboards]
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startTestServer } from "../../lib/server/testing/test-server.ts";
import type { JsonObject } from "../../lib/shared/json.ts";
import { migrate } from "../db/migrate.ts";

const count = Number(process.argv[2] ?? 500);
const sample = join(import.meta.dirname, "../../monitoring/grafana/dashboards/maestro/api-performance.json");
const change = {
  kind: "renameMetric",
  from: "maestro_http_requests_total",
  to: "maestro_requests_total",
} as const;

const server = await startTestServer();
process.env.DATABASE_URL = server.url;
process.env.PANELSMITH_SECRET = "a-secret-of-the-benchmark-a-secret-of-it";
process.env.LOG_LEVEL = "silent";
await migrate(server.url);
const { createTestTenant } = await import("../../lib/server/testing/create-test-tenant.ts");
const { createDashboard } = await import("../../lib/server/dashboards/create-dashboard.ts");
const { getDashboard } = await import("../../lib/server/dashboards/get-dashboard.ts");
const { saveDashboard } = await import("../../lib/server/dashboards/save-dashboard.ts");
const { previewBulkEdit } = await import("../../lib/server/dashboards/bulk/preview-bulk-edit.ts");
const { applyBulkEdit } = await import("../../lib/server/dashboards/bulk/apply-bulk-edit.ts");
const { undoBulkEdit } = await import("../../lib/server/dashboards/bulk/undo-bulk-edit.ts");
const { applyBulkChange } = await import("../../lib/shared/dashboards/bulk/apply-bulk-change.ts");
const { BulkChange } = await import("../../lib/shared/dashboards/bulk/bulk-change.ts");
const { closeDatabase } = await import("../../lib/server/db.ts");

const { editor } = await createTestTenant("Bench");
const document: JsonObject = JSON.parse(readFileSync(sample, "utf8"));
const uids = Array.from({ length: count }, (_, index) => `bulk-${index}`);
for (const uid of uids)
  await createDashboard(editor, { document: { ...document, uid, title: `Bulk ${uid}` } });

interface Timed {
  ms: number;
  /** Of this process, Postgres aside. */
  cpuMs: number;
  /** The longest time in which nothing else could run. */
  stallMs: number;
}

async function timed<T>(work: () => Promise<T>): Promise<Timed & { result: T }> {
  const cpu = process.cpuUsage();
  let stallMs = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    stallMs = Math.max(stallMs, now - last - 5);
    last = now;
  }, 5);
  const from = performance.now();
  const result = await work();
  clearInterval(watch);
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - from, cpuMs: (user + system) / 1000, stallMs, result };
}

const preview = await timed(() => previewBulkEdit(editor, { change }));
const seen = preview.result.changed.map(({ uid, version }) => ({ uid, version }));
const applied = await timed(() => applyBulkEdit(editor, { change, dashboards: seen }));
const after = await getDashboard(editor, "bulk-0");
const wanted = applyBulkChange(
  { ...document, uid: "bulk-0", title: "Bulk bulk-0" },
  BulkChange.parse(change),
);
const isExact = JSON.stringify(after.document) === JSON.stringify(wanted.document);
const undone = await timed(() => undoBulkEdit(editor, applied.result.id));
const few = uids.slice(0, Math.min(50, count));
const saves = await timed(async () => {
  for (const uid of few) {
    const { version, document: stored } = await getDashboard(editor, uid);
    const { document: changed } = applyBulkChange(stored, BulkChange.parse(change));
    await saveDashboard(editor, uid, { document: changed, version });
  }
});
await closeDatabase();
await server.stop();

const line = (name: string, { ms, cpuMs, stallMs }: Timed) =>
  console.log(
    `${name.padEnd(10)} ${(ms / 1000).toFixed(2)} s, ${(cpuMs / 1000).toFixed(2)} s of the processor, longest stall ${stallMs.toFixed(0)} ms`,
  );
line("preview", preview);
line("apply", applied);
line("undo", undone);
const each = saves.ms / few.length;
console.log(`one by one ${((each * count) / 1000).toFixed(2)} s for as many (${each.toFixed(1)} ms each)`);
console.log(`apply takes ${(applied.ms / (each * count)).toFixed(2)} of the time of saving one by one`);
console.log(
  `${seen.length} of ${count} dashboards changed, ${isExact ? "nothing else in them" : "AND MORE THAN ASKED"}`,
);
process.exit(isExact && seen.length === count ? 0 : 1);
