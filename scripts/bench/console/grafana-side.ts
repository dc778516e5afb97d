import type { Browser, Page } from "@playwright/test";
import type { BenchDocument } from "./make-dashboard.ts";

/** A real Grafana to measure beside: GRAFANA_URL with GRAFANA_TOKEN, or GRAFANA_USER and GRAFANA_PASSWORD. */
export interface GrafanaSide {
  openPage: (browser: Browser) => Promise<Page>;
  /** Stores the dashboard there, reading the same Prometheus, and answers its address. */
  put: (document: BenchDocument) => Promise<string>;
}

const datasource = "panelsmith-bench";

/** What is drawn in Grafana 7.5: a panel that no longer loads and has a canvas, a table or large text. */
export const grafanaDrawing = {
  drawnPanel:
    ".panel-container:not(:has(.panel-loading)):has(.panel-content :is(canvas, table, [role=table], [style*='font-size']))",
  busy: ".panel-loading, .preloader",
};

export function findGrafana(prometheusUrl: string): GrafanaSide | null {
  const url = process.env.GRAFANA_URL?.replace(/\/$/, "");
  if (!url) return null;
  const headers = { authorization: authorization(), "content-type": "application/json" };
  const call = async (
    path: string,
    body?: object,
    method = body ? "POST" : "GET",
  ): Promise<{ ok: boolean; text: string }> => {
    const answer = await fetch(`${url}${path}`, { method, headers, body: body && JSON.stringify(body) });
    return { ok: answer.ok, text: await answer.text() };
  };
  return {
    openPage: (browser) =>
      browser.newPage({
        viewport: benchViewport,
        extraHTTPHeaders: { authorization: headers.authorization },
      }),
    put: async (document) => {
      const source = { name: datasource, type: "prometheus", access: "proxy", url: prometheusUrl };
      const known = await call(`/api/datasources/name/${datasource}`);
      // One of an earlier run reads a Prometheus that is gone.
      if (known.ok) await insist(call(`/api/datasources/${JSON.parse(known.text).id}`, source, "PUT"));
      else await insist(call("/api/datasources", source));
      const text = JSON.stringify(document).replaceAll("${DS_PROMETHEUS}", datasource);
      await insist(call("/api/dashboards/db", { dashboard: JSON.parse(text), overwrite: true }));
      return `${url}/d/${String(document.uid)}/bench?orgId=1`;
    },
  };
}

/** All panels of a benchmark are in view at once: both sides draw only what is. */
export const benchViewport = { width: 1600, height: 1600 };

async function insist(call: Promise<{ ok: boolean; text: string }>): Promise<void> {
  const { ok, text } = await call;
  if (!ok) throw new Error(`Grafana answers: ${text.slice(0, 300)}`);
}

function authorization(): string {
  const { GRAFANA_TOKEN, GRAFANA_USER = "admin", GRAFANA_PASSWORD = "admin" } = process.env;
  if (GRAFANA_TOKEN) return `Bearer ${GRAFANA_TOKEN}`;
  return `Basic ${Buffer.from(`${GRAFANA_USER}:${GRAFANA_PASSWORD}`).toString("base64")}`;
}
