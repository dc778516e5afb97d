import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { startTestPrometheus } from "../../../lib/server/testing/prometheus.ts";
import { startTestServer } from "../../../lib/server/testing/test-server.ts";
import { migrate } from "../../db/migrate.ts";
import { buildConsole } from "../../start/build.ts";
import { freePort } from "../../start/ports.ts";
import { serverFlags, serverScript } from "../../start/server-flags.ts";

const root = resolve(import.meta.dirname, "../../..");
const secret = "a-secret-for-the-benchmarks-of-32-characters";

export interface StandTenant {
  slug: string;
  token: string;
}

export interface GatewayStand {
  prometheusUrl: string;
  consoleUrl: string;
  consolePid: number;
  server: ChildProcess;
  tenants: StandTenant[];
  endSeconds: number;
  stop(): Promise<void>;
}

interface StandOptions {
  tenants: number;
  series: number;
  hours: number;
  env?: Record<string, string>;
  /** Where the tenants' datasources point instead of at the Prometheus. */
  upstreamUrl?: string;
  /** Further datasources of each tenant, by uid. */
  upstreams?: Record<string, string>;
  /** A script that the server runs first; it may send messages. */
  preload?: string;
}

/** The console as it is built for production, over a Postgres and a Prometheus with history, all of their own. */
export async function startGatewayStand(options: StandOptions): Promise<GatewayStand> {
  await buildConsole(root);
  const endSeconds = Math.floor(Date.now() / 15_000) * 15;
  const [database, prometheus] = await Promise.all([
    startTestServer(),
    startTestPrometheus({
      startSeconds: endSeconds - options.hours * 3_600 - 600,
      endSeconds,
      stepSeconds: 15,
      series: Array.from({ length: options.series }, (_, index) => ({
        series: `requests_total{tenant_id="t${index % options.tenants}",instance="i${index}",job="api"}`,
        valueAt: (seconds: number) => Math.floor(((seconds * 1.37 + index * 1_000) % 1e7) * (1 + index / 7)),
      })),
    }),
  ]);
  const url = new URL(database.url);
  url.pathname = "/postgres";
  await migrate(url.href);
  Object.assign(process.env, { DATABASE_URL: url.href, PANELSMITH_SECRET: secret, LOG_LEVEL: "silent" });
  const tenants = await makeTenants(options.tenants, {
    prometheus: options.upstreamUrl ?? prometheus.url,
    ...options.upstreams,
  });
  const port = await freePort(0);
  const preloads = options.preload ? ["--require", options.preload] : [];
  const child = spawn(process.execPath, [...preloads, ...serverFlags, serverScript], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit", ...(options.preload ? (["ipc"] as const) : [])],
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOSTNAME: "127.0.0.1",
      PORT: String(port),
      UPSTREAM_ALLOWLIST: "127.0.0.1",
      PANELSMITH_DEMO: "off",
      ...options.env,
    },
  });
  const consoleUrl = `http://127.0.0.1:${port}`;
  await ready(`${consoleUrl}/api/ready`);
  return {
    prometheusUrl: prometheus.url,
    consoleUrl,
    consolePid: child.pid ?? 0,
    server: child,
    tenants,
    endSeconds,
    stop: async () => {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      const { closeDatabase } = await import("../../../lib/server/db.ts");
      await Promise.all([ended, closeDatabase(), prometheus.stop()]);
      await database.stop();
    },
  };
}

async function makeTenants(count: number, upstreams: Record<string, string>): Promise<StandTenant[]> {
  const { withTenant } = await import("../../../lib/server/db.ts");
  const { newApiToken } = await import("../../../lib/server/auth/api-token-secret.ts");
  const { createTestTenant } = await import("../../../lib/server/testing/create-test-tenant.ts");
  const { createTestDatasource } = await import("../../../lib/server/testing/create-test-datasource.ts");
  const made: StandTenant[] = [];
  for (let index = 0; index < count; index++) {
    const { admin, tenant } = await createTestTenant(`T${index}`);
    for (const [uid, url] of Object.entries(upstreams)) {
      const isDefault = uid === "prometheus";
      await createTestDatasource(admin, { uid, url, matchers: { tenant_id: `t${index}` }, isDefault });
    }
    const { token, hash, prefix } = newApiToken();
    await withTenant(tenant.id, async (tx) => {
      for (const key of ["queriesPerMinute", "seriesPerQuery"])
        await tx.quota.create({ data: { tenantId: tenant.id, key, limit: 10_000_000 } });
      await tx.apiToken.create({
        data: { tenantId: tenant.id, name: "bench", role: "admin", hash, prefix, createdByName: "bench" },
      });
    });
    made.push({ slug: tenant.slug, token });
  }
  return made;
}

async function ready(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await fetch(url).catch(() => null))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The console did not become ready within 20 s.");
}
