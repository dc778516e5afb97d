// What importing costs: 500 dashboards in one archive, one of them broken, and the largest single documents, with the
// memory of this process (Postgres aside): npm run bench -- import, or node scripts/run.mjs scripts/bench/import.ts [dashboards]
import { spawnSync } from "node:child_process";
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { startTestServer } from "../../lib/server/testing/test-server.ts";
import type { JsonObject } from "../../lib/shared/json.ts";
import { migrate } from "../db/migrate.ts";
import { serverFlags } from "../start/server-flags.ts";
import { type Watched, watched } from "./import/watched.ts";

const count = Number(process.argv[2] ?? 500);
const sample = join(import.meta.dirname, "../../monitoring/grafana/dashboards/maestro/api-performance.json");
const folder = mkdtempSync(join(tmpdir(), "panelsmith-bench-"));
const archive = join(folder, "archive.zip");

const server = await startTestServer();
process.env.DATABASE_URL = server.url;
process.env.PANELSMITH_SECRET = "a-secret-of-the-benchmark-a-secret-of-it";
process.env.LOG_LEVEL = "silent";
await migrate(server.url);
const { createTestTenant } = await import("../../lib/server/testing/create-test-tenant.ts");
const { importArchive } = await import("../../lib/server/dashboards/archive/import-archive.ts");
const { importDashboard } = await import("../../lib/server/dashboards/import-dashboard.ts");
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
  return bytes;
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
function importedAlone(kind: string): Watched<string> {
  const script = join(import.meta.dirname, "import/one-document.ts");
  const args = [...serverFlags, "--conditions=react-server", "--import", "tsx", script, kind];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}
const alone = {
  "a document of 11.9 MB": importedAlone("bytes"),
  "one of 1,000,000 keys and values": importedAlone("parts"),
  "11.9 MB, one letter beyond Latin": importedAlone("wide"),
  "a file of 50 MB": importedAlone("refused"),
};
await closeDatabase();
await server.stop();
rmSync(folder, { recursive: true });

const line = (name: string, { ms, megabytes, turnMs }: Watched<unknown>, what: string) =>
  console.log(
    `${name.padEnd(36)} ${(ms / 1000).toFixed(2)} s, memory +${megabytes.toFixed(0)} MB, longest turn ${turnMs.toFixed(0)} ms: ${what}`,
  );
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
for (const [name, seen] of Object.entries(alone)) line(name, seen, seen.result);
const fits = Object.values(alone).every(({ megabytes }) => megabytes < 150);
const isWhole = imported.megabytes < 200 && imported.result.failed === 1;
process.exit(fits && isWhole && again.result === count - 1 ? 0 : 1);
