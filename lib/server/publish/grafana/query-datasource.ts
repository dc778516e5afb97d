import { z } from "zod";
import type { GrafanaDatasource } from "@/lib/shared/publish/grafana-target";
import { hasDatasourceUidRoutes } from "@/lib/shared/publish/grafana-version";
import type { GrafanaConnection } from "./connection";
import { GrafanaFailure } from "./grafana-failure";
import { requestGrafana } from "./request-grafana";

const Vector = z.object({
  status: z.literal("success"),
  data: z.object({ result: z.array(z.object({ metric: z.record(z.string(), z.string()) })) }),
});
const Values = z.object({ status: z.literal("success"), data: z.array(z.string()) });

const Series = z.object({
  status: z.literal("success"),
  data: z.array(z.record(z.string(), z.string())),
});

export interface AskedGrafana {
  connection: GrafanaConnection;
  version: string;
}

/** The label sets that an instant query finds when Grafana asks its data source. */
export async function seriesThroughGrafana(
  grafana: AskedGrafana,
  source: GrafanaDatasource,
  query: string,
): Promise<Record<string, string>[]> {
  const vector = Vector.safeParse(await ask(grafana, source, "/api/v1/query", { query }));
  if (vector.success) return vector.data.data.result.map(({ metric }) => metric);
  throw unreadable();
}

export async function labelValuesThroughGrafana(
  grafana: AskedGrafana,
  source: GrafanaDatasource,
  label: string,
  /** Of the series of this selector, a few. */
  selector?: string,
): Promise<string[]> {
  const query = selector === undefined ? {} : fewOf(selector);
  const values = Values.safeParse(await ask(grafana, source, `/api/v1/label/${label}/values`, query));
  if (values.success) return values.data.data;
  throw unreadable();
}

/** The label sets of some stored series. */
export async function storedSeriesThroughGrafana(
  grafana: AskedGrafana,
  source: GrafanaDatasource,
  selector: string,
): Promise<Record<string, string>[]> {
  const series = Series.safeParse(await ask(grafana, source, "/api/v1/series", fewOf(selector)));
  if (series.success) return series.data.data;
  throw unreadable();
}

function fewOf(selector: string): Record<string, string> {
  return { "match[]": selector, limit: "20" };
}

/** By number where the release does not know the way by uid. */
async function ask(
  { connection, version }: AskedGrafana,
  source: GrafanaDatasource,
  path: string,
  query: Record<string, string>,
): Promise<unknown> {
  const isByUid = source.id === 0 || hasDatasourceUidRoutes(version);
  const address = isByUid ? `uid/${encodeURIComponent(source.uid)}` : String(source.id);
  return (await requestGrafana(connection, { path: `/api/datasources/proxy/${address}${path}`, query })).body;
}

function unreadable(): GrafanaFailure {
  return new GrafanaFailure("invalid", "The data source does not answer as a Prometheus does.");
}
