// One large document, imported by a process that has done little else: the memory it takes is not hidden in what others left.
// Run by scripts/bench/import.ts; prints what was watched as JSON.
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { watched } from "./watched.ts";

const { createTestTenant } = await import("../../../lib/server/testing/create-test-tenant.ts");
const { importDashboard } = await import("../../../lib/server/dashboards/import-dashboard.ts");
const { readJsonBodyText } = await import("../../../lib/server/http/read-json-body.ts");
const { readDocumentBody } = await import("../../../lib/server/http/read-document-body.ts");
const { maxDocumentBody } = await import("../../../lib/server/dashboards/read-document.ts");
const { closeDatabase } = await import("../../../lib/server/db.ts");

interface Repeated {
  title: string;
  item: string;
  times: number;
}

/** The largest that are taken, by bytes and by keys and values; the same with a letter beyond Latin; one that is refused. */
const kinds: Record<string, Repeated> = {
  bytes: { title: "Long texts", item: `{"a":"${"0123456789".repeat(8)}","b":1.0},`, times: 119_000 },
  parts: { title: "Many parts", item: '{"a":1},', times: 249_000 },
  wide: { title: "Wide 🙂", item: `{"a":"${"0123456789".repeat(8)}","b":1.0},`, times: 119_000 },
  refused: { title: "Huge", item: '"0123456789",', times: 3_850_000 },
};

const folder = mkdtempSync(join(tmpdir(), "panelsmith-bench-"));
const file = join(folder, "document.json");

/** Piece by piece, so that no memory is left over from making it. */
function writeDocument({ title, item, times }: Repeated): void {
  const out = openSync(file, "w");
  writeSync(out, `{"document":{"title":"${title}","x":[`);
  const piece = item.repeat(1_000);
  for (let n = 0; n < times; n += 1_000) writeSync(out, n + 1_000 <= times ? piece : item.repeat(times - n));
  writeSync(out, "0]}}");
  closeSync(out);
}

function request(): Request {
  return new Request("http://console.test/", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: createReadStream(file),
    duplex: "half",
  } as unknown as RequestInit);
}

const kind = kinds[process.argv[2] ?? ""];
if (!kind) throw new Error(`Name one of ${Object.keys(kinds).join(", ")}.`);
writeDocument(kind);
const { editor } = await createTestTenant("Bench");
const small = {
  title: "Small",
  panels: Array.from({ length: 200 }, (_, id) => ({ id, type: "stat", title: `${id}` })),
};
for (let n = 0; n < 20; n++) await importDashboard(editor, { document: { ...small, uid: `small-${n}` } });

const seen = await watched(async () => {
  try {
    const { input, text } = await readDocumentBody(await readJsonBodyText(request(), maxDocumentBody));
    return (await importDashboard(editor, input, text)).outcome;
  } catch (error) {
    return error instanceof Error ? error.message : "failed";
  }
});
console.log(JSON.stringify(seen));
await closeDatabase();
rmSync(folder, { recursive: true });
process.exit(0);
