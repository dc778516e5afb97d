import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Everything on the server that could speak HTTP, and what for; a Prometheus is asked in `upstream.ts` alone. */
const speakers = {
  "lib/server/http/assert-upstream-url.ts": "checks addresses and makes connections for the others",
  "lib/server/http/load-routes.ts": "asks the console itself, as nobody",
  "lib/server/prometheus/take-in-turns.ts": "reads what comes in for upstream-exchange.ts",
  "lib/server/prometheus/upstream-policy.ts": "holds the connections of upstream.ts",
  "lib/server/prometheus/upstream-exchange.ts": "carries the questions of upstream.ts",
  "lib/server/publish/grafana/request-grafana.ts": "asks a Grafana",
  "lib/server/publish/grafana/upstream-dispatcher.ts": "holds the connections of request-grafana.ts",
};
/** Who may use it: the gateway, which enforces, the probe, which asks `vector(1)`, and what counts the tenant's own values. */
const users: Record<string, string[]> = {
  askUpstream: ["find-unmatched.ts", "probe-datasource.ts", "upstream-question.ts", "upstream.ts"],
  upstreamExchange: ["upstream-exchange.ts", "upstream.ts"],
  upstreamAgent: ["upstream-exchange.ts", "upstream-policy.ts"],
};
const speech =
  /\bfetch\s*\(|from ["'](?:node:)?(?:http2?|https|net|tls|dgram)["']|["'](?:undici|axios|got|ws|eventsource)["']|child_process|new (?:WebSocket|EventSource|XMLHttpRequest)/;
/** The types of Node's own server alone speak to nobody. */
const types = /^import type [^;]+ from "node:http";/gm;

async function sources(): Promise<{ file: string; text: string }[]> {
  const found = ["app", "lib/server", "lib/shared"].map(async (folder) => {
    const files = await readdir(join(process.cwd(), folder), { recursive: true });
    return files
      .map((file) => join(folder, file))
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/testing\//.test(file));
  });
  const files = ["instrumentation.ts", "proxy.ts", ...(await Promise.all(found)).flat()];
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(file, "utf8") })));
}

describe("a Prometheus", async () => {
  const all = await sources();

  it("is asked in one place", () => {
    expect(all.length).toBeGreaterThan(400);
    const speaking = all
      .filter(({ file, text }) => speech.test(text.replace(types, "")) && !onlyClient(file))
      .map(({ file }) => file);
    expect(speaking.sort()).toEqual(Object.keys(speakers).sort());
  });

  it.each(Object.entries(users))("is asked through %s by those alone who enforce", (name, allowed) => {
    const naming = all.filter(({ text }) => new RegExp(`\\b${name}\\b`).test(text)).map(({ file }) => file);
    expect(naming.sort()).toEqual(allowed.map((file) => `lib/server/prometheus/${file}`));
  });
});

/** Pages that run in the browser ask the console itself. */
function onlyClient(file: string): boolean {
  return file.startsWith("app/") && !file.startsWith("app/api/") && file.endsWith(".tsx");
}
