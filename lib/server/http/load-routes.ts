import { setTimeout as sleep } from "node:timers/promises";

// One of each kind that brings much code of its own: what they leave to load takes a fraction.
const pages = ["/sign-in", "/t/-/d/-/edit", "/t/-/explore", "/d-solo/-"];
const routes = [
  "/api/v1/tenants/-/datasources/-/prometheus/explain",
  "/api/v1/tenants/-/panels/explain",
  "/api/v1/tenants/-/panels/query",
  "/api/v1/tenants/-/panels/variables",
  "/api/v1/tenants/-/annotations/query",
  "/api/v1/tenants/-/dashboard-archive/export",
  "/api/auth/-",
  "/api/metrics",
  "/api/openapi.json",
];
const mostMs = 10_000;
const anywhere = new Set(["0.0.0.0", "::", ""]);

const holder: { panelsmithLoaded?: Promise<void> } & typeof globalThis = globalThis;

/**
 * Next loads the code of a route with the first request to it, which holds up everybody for as long. So a server that
 * has just started asks itself, as nobody: OPTIONS loads a route and runs none of it, a page leads to the sign-in.
 */
export function loadRoutes(): void {
  holder.panelsmithLoaded = Promise.race([askAll(ownOrigin()), sleep(mostMs, undefined, { ref: false })]);
}

/** Settles once they are loaded, or cannot be. */
export async function routesLoaded(): Promise<void> {
  await holder.panelsmithLoaded;
}

/** Next writes down where it listens before it starts anything of ours. */
function ownOrigin(): string {
  const { HOSTNAME = "", PORT = "3000" } = process.env;
  const host = anywhere.has(HOSTNAME) ? "127.0.0.1" : HOSTNAME;
  return `http://${host.includes(":") ? `[${host}]` : host}:${PORT}`;
}

async function askAll(origin: string): Promise<void> {
  for (const path of pages) await ask(`${origin}${path}`, "GET");
  for (const path of routes) await ask(`${origin}${path}`, "OPTIONS");
}

async function ask(url: string, method: string): Promise<void> {
  try {
    const response = await fetch(url, { method, redirect: "manual", signal: AbortSignal.timeout(mostMs) });
    await response.arrayBuffer();
  } catch {
    // Then it is loaded by who first asks for it.
  }
}
