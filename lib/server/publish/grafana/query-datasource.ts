import { z } from "zod";
import type { GrafanaDatasource } from "@/lib/shared/publish/grafana-target";
import type { GrafanaConnection } from "./connection";
import { GrafanaFailure } from "./grafana-failure";
import { requestGrafana } from "./request-grafana";

const Vector = z.object({
  status: z.literal("success"),
  data: z.object({ result: z.array(z.unknown()) }),
});

/** How many series an instant query finds when Grafana asks its data source. */
export async function countThroughGrafana(
  connection: GrafanaConnection,
  source: GrafanaDatasource,
  query: string,
): Promise<number> {
  const call = { query: { query }, accept: [404] };
  const byUid = `/api/datasources/proxy/uid/${encodeURIComponent(source.uid)}/api/v1/query`;
  let answer = await requestGrafana(connection, { path: byUid, ...call });
  if (answer.status === 404 && source.id > 0) {
    answer = await requestGrafana(connection, {
      path: `/api/datasources/proxy/${source.id}/api/v1/query`,
      query: { query },
    });
  }
  const vector = Vector.safeParse(answer.body);
  if (!vector.success)
    throw new GrafanaFailure("invalid", "The data source's answer cannot be read.", answer.status);
  return vector.data.data.result.length;
}
