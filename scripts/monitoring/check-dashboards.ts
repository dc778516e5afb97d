import { z } from "zod";
import { type DashboardPanel, readDashboards } from "./read-dashboards.ts";
import { sampleQuery } from "./sample-query.ts";

const Answer = z.object({
  status: z.string(),
  error: z.string().optional(),
  data: z
    .object({
      result: z.array(z.object({ values: z.array(Sample()).optional(), value: Sample().optional() })),
    })
    .optional(),
});

function Sample() {
  return z.tuple([z.number(), z.string()]);
}

/** What keeps a query from being drawn, or null when it has at least one number. */
async function faultOf(prometheusUrl: string, expr: string, instant: boolean): Promise<string | null> {
  const now = Math.floor(Date.now() / 1000);
  const params = instant
    ? new URLSearchParams({ query: expr, time: String(now) })
    : new URLSearchParams({ query: expr, start: String(now - 600), end: String(now), step: "15" });
  const url = `${prometheusUrl}/api/v1/${instant ? "query" : "query_range"}?${params}`;
  const { error, data } = Answer.parse(await (await fetch(url)).json());
  if (error) return error;
  if (!data || data.result.length === 0) return "no series";
  const samples = data.result.flatMap((series) => series.values ?? (series.value ? [series.value] : []));
  return samples.some(([, value]) => Number.isFinite(Number(value))) ? null : "only NaN";
}

async function checkPanel(
  url: string,
  place: string,
  panel: DashboardPanel,
  queryOf: (expr: string) => string,
) {
  let faults = 0;
  for (const target of panel.targets) {
    const expr = queryOf(target.expr);
    const fault = await faultOf(url, expr, target.instant);
    if (!fault) continue;
    faults += 1;
    console.error(`${place}: ${panel.title} (${target.refId}): ${fault}\n    ${expr}`);
  }
  return faults;
}

const prometheusUrl = process.argv[2];
if (!prometheusUrl) {
  console.error("Usage: node scripts/monitoring/check-dashboards.ts http://127.0.0.1:9090");
  process.exit(2);
}

let panels = 0;
let faults = 0;
for (const { system, dashboard } of readDashboards()) {
  for (const panel of dashboard.panels) {
    if (panel.type === "row") continue;
    panels += 1;
    const place = `${system}/${dashboard.uid}`;
    faults += await checkPanel(prometheusUrl, place, panel, (expr) => sampleQuery(expr, dashboard));
  }
}
console.log(`${panels} panels asked, ${faults} queries without data`);
process.exit(faults > 0 ? 1 : 0);
