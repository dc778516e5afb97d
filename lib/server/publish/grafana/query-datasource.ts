import { z } from "zod";
import type { GrafanaDatasource } from "@/lib/shared/publish/grafana-target";
import type { GrafanaConnection } from "./connection";
import { GrafanaFailure } from "./grafana-failure";
import { requestGrafana } from "./request-grafana";

const Vector = z.object({
  status: z.literal("success"),
  data: z.object({ result: z.array(z.object({ metric: z.record(z.string(), z.string()) })) }),
});
const Values = z.object({ status: z.literal("success"), data: z.array(z.string()) });

/** The label sets that an instant query finds when Grafana asks its data source. */
export async function seriesThroughGrafana(
  connection: GrafanaConnection,
  source: GrafanaDatasource,
  query: string,
): Promise<Record<string, string>[]> {
  const vector = Vector.safeParse(await ask(connection, source, "/api/v1/query", { query }));
  if (vector.success) return vector.data.data.result.map(({ metric }) => metric);
  throw unreadable();
}

export async function labelValuesThroughGrafana(
  connection: GrafanaConnection,
  source: GrafanaDatasource,
  label: string,
): Promise<string[]> {
  const values = Values.safeParse(await ask(connection, source, `/api/v1/label/${label}/values`, {}));
  if (values.success) return values.data.data;
  throw unreadable();
}

/** By uid from 9.0 on, by number before. */
async function ask(
  connection: GrafanaConnection,
  source: GrafanaDatasource,
  path: string,
  query: Record<string, string>,
): Promise<unknown> {
  const byUid = `/api/datasources/proxy/uid/${encodeURIComponent(source.uid)}${path}`;
  const answer = await requestGrafana(connection, { path: byUid, query, accept: [404] });
  if (answer.status !== 404 || source.id === 0) return answer.body;
  return (await requestGrafana(connection, { path: `/api/datasources/proxy/${source.id}${path}`, query }))
    .body;
}

function unreadable(): GrafanaFailure {
  return new GrafanaFailure("invalid", "The data source does not answer as a Prometheus does.");
}
