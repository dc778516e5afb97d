import type { StandTenant } from "../gateway/start-stand.ts";

/** Of an error, to see that it is the one that is meant. */
const mostToldLength = 70;
const formType = "application/x-www-form-urlencoded";

/** Asks a running console as its clients do; each answer is told by its status and size. */
export class ConsoleClient {
  readonly #tenantUrl: string;
  readonly #token: string;

  constructor(consoleUrl: string, { slug, token }: StandTenant) {
    this.#tenantUrl = `${consoleUrl}/api/v1/tenants/${slug}`;
    this.#token = token;
  }

  /** @param path below `/api/v1/` of the datasource. */
  get(datasource: string, path: string, params: Record<string, string> = {}): Promise<string> {
    return this.#send(`${apiOf(datasource)}/${path}?${new URLSearchParams(params)}`);
  }

  post(datasource: string, path: string, form: string | [string, string][]): Promise<string> {
    const body = typeof form === "string" ? form : String(new URLSearchParams(form));
    return this.#send(`${apiOf(datasource)}/${path}`, { type: formType, body });
  }

  /** One request of a page, of as many panels as expressions. */
  page(datasource: string, exprs: readonly string[], range: { fromMs: number; toMs: number }) {
    const panels = exprs.map((expr, index) => ({
      panelId: index + 1,
      maxDataPoints: 1_000,
      panel: { type: "timeseries", datasource: { uid: datasource }, targets: [{ refId: "A", expr }] },
    }));
    return this.#sendJson("panels/query", { ...range, panels });
  }

  /** The request of a page as it is written, whatever it is. */
  pageText(body: string): Promise<string> {
    return this.#send("panels/query", { type: "application/json", body });
  }

  explain(datasource: string, expr: string, range: { fromMs: number; toMs: number }): Promise<string> {
    return this.#sendJson(`datasources/${datasource}/prometheus/explain`, { expr, ...range });
  }

  #sendJson(path: string, value: unknown): Promise<string> {
    return this.#send(path, { type: "application/json", body: JSON.stringify(value) });
  }

  async #send(path: string, sent?: { type: string; body: string }): Promise<string> {
    const response = await fetch(`${this.#tenantUrl}/${path}`, {
      method: sent ? "POST" : "GET",
      headers: { authorization: `Bearer ${this.#token}`, ...(sent ? { "content-type": sent.type } : {}) },
      body: sent?.body,
    });
    if (response.headers.get("x-cache") === "hit") throw new Error("This was known already.");
    if (!response.ok) return `${response.status} ${(await response.text()).slice(0, mostToldLength)}`;
    let bytes = 0;
    for await (const chunk of response.body ?? []) bytes += chunk.length;
    return `${response.status}, ${bytes < 100_000 ? `${bytes} B` : `${(bytes / 1e6).toFixed(1)} MB`}`;
  }
}

function apiOf(datasource: string): string {
  return `datasources/${datasource}/prometheus/api/v1`;
}
