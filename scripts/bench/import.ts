// What importing costs: 500 dashboards in one archive, one of them broken, and the largest single documents, with the
// memory of this process (Postgres aside): npm run bench -- import, or node scripts/run.mjs scripts/bench/import.ts [dashboards]
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { startTestServer } from "../../lib/server/testing/test-server.ts";
import type { JsonObject } from "../../lib/shared/json.ts";
import { migrate } from "../db/migrate.ts";

const count = Number(process.argv[2] ?? 500);
const sample = join(import.meta.dirname, "../../monitoring/grafana/dashboards/maestro/api-performance.json");
const folder = mkdtempSync(join(tmpdir(), "panelsmith-bench-"));
const archive = join(folder, "archive.zip");
const huge = join(folder, "huge.json");

const server = await startTestServer();
process.env.DATABASE_URL = server.url;
process.env.PANELSMITH_SECRET = "a-secret-of-the-benchmark-a-secret-of-it";
process.env.LOG_LEVEL = "silent";
await migrate(server.url);
const { createTestTenant } = await import("../../lib/server/testing/create-test-tenant.ts");
const { importArchive } = await import("../../lib/server/dashboards/archive/import-archive.ts");
const { importDashboard } = await import("../../lib/server/dashboards/import-dashboard.ts");
const { readJsonBodyText } = await import("../../lib/server/http/read-json-body.ts");
const { readDocumentBody } = await import("../../lib/server/http/read-document-body.ts");
const { maxDocumentBody } = await import("../../lib/server/dashboards/read-document.ts");
const { closeDatabase } = await import("../../lib/server/db.ts");
const { editor } = await createTestTenant("Bench");

/** Written in a function, so that nothing of it stays in memory. */
function writeFiles(): number {
  const document: JsonObject = JSON.parse(readFileSync(sample, "utf8"));
  const files: Record<string, Uint8Array> = { "broken.json": Buffer.from('{"title":') };
  let bytes = 0;
  for (let n = 1; n < count; n++) {
    const pad = Array.from({ length: 600 }, (_, i) => ({
      id: i,
      key: `${n}-${i}`,
      text: Math.random().toString(36),
    }));
    const text = JSON.stringify({ ...document, uid: `bench-${n}`, title: `Bench ${n}`, pad }, null, 2);
    bytes += text.length;
    files[`Team ${n % 10}/bench-${n}.json`] = Buffer.from(text);
  }
  writeFileSync(archive, zipSync(files));
  writeFileSync(huge, `{"document":{"title":"Huge","x":[${'"0123456789",'.repeat(3_850_000)}0]}}`);
  return bytes;
}

/** The most that this process held while it worked, over what it held before. */
async function watched<T>(work: () => Promise<T>): Promise<{ ms: number; megabytes: number; result: T }> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  const from = performance.now();
  const result = await work();
  clearInterval(watch);
  const ms = performance.now() - from;
  return { ms, megabytes: (Math.max(most, process.memoryUsage.rss()) - before) / 1e6, result };
}

const unpacked = writeFiles();
await importDashboard(editor, { document: { uid: "warm", title: "Warm" } });

const imported = await watched(async () => {
  const outcomes: Record<string, number> = {};
  for await (const { outcome } of importArchive(editor, {}, createReadStream(archive))) {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return outcomes;
});
const again = await watched(async () => {
  let unchanged = 0;
  for await (const { outcome } of importArchive(editor, {}, createReadStream(archive))) {
    if (outcome === "unchanged") unchanged += 1;
  }
  return unchanged;
});
const requestOf = (path: string) =>
  new Request("http://console.test/", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: createReadStream(path),
    duplex: "half",
  } as unknown as RequestInit);
const refused = await watched(() =>
  readJsonBodyText(requestOf(huge), maxDocumentBody).then(
    () => "taken",
    (error: Error) => error.message,
  ),
);
const largest = join(folder, "largest.json");
writeFileSync(
  largest,
  `{"document":{"title":"Large","x":[${'{"a":"0123456789","b":1.0},'.repeat(580_000)}0]}}`,
);
const taken = await watched(async () => {
  const { input, text } = readDocumentBody(await readJsonBodyText(requestOf(largest), maxDocumentBody));
  return (await importDashboard(editor, input, text)).outcome;
});
await closeDatabase();
await server.stop();
rmSync(folder, { recursive: true });

const line = (name: string, { ms, megabytes }: { ms: number; megabytes: number }, what: string) =>
  console.log(`${name.padEnd(34)} ${(ms / 1000).toFixed(2)} s, memory +${megabytes.toFixed(0)} MB: ${what}`);
line(
  `archive of ${count}, ${(unpacked / 1e6).toFixed(0)} MB unpacked`,
  imported,
  JSON.stringify(imported.result),
);
line(
  "the same archive again",
  again,
  `${again.result} unchanged, ${(again.ms / imported.ms).toFixed(2)} of the time`,
);
line("a file of 50 MB", refused, refused.result);
line("a document of 15.7 MB", taken, taken.result);
const fits = imported.megabytes < 200 && refused.megabytes < 150 && imported.result.failed === 1;
process.exit(fits && again.result === count - 1 ? 0 : 1);
