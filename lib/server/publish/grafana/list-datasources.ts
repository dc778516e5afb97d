import { z } from "zod";
import type { GrafanaDatasource } from "@/lib/shared/publish/grafana-target";
import type { GrafanaConnection } from "./connection";
import { GrafanaFailure } from "./grafana-failure";
import { requestGrafana } from "./request-grafana";

const Listed = z.array(
  z.object({
    id: z.number().catch(0),
    uid: z.string().catch(""),
    name: z.string(),
    type: z.string(),
    isDefault: z.boolean().catch(false),
  }),
);

const Settings = z.object({
  defaultDatasource: z.string().catch(""),
  datasources: z.record(
    z.string(),
    z.object({
      id: z.number().catch(0),
      uid: z.string().catch(""),
      name: z.string().catch(""),
      type: z.string().catch(""),
      isDefault: z.boolean().catch(false),
    }),
  ),
});

/** All data sources by name. An Editor's token may not list them, but the settings of the web page name them too. */
export async function listGrafanaDatasources(connection: GrafanaConnection): Promise<GrafanaDatasource[]> {
  const listed = await requestGrafana(connection, { path: "/api/datasources", accept: [403] });
  const sources = listed.status === 403 ? await fromSettings(connection) : fromList(listed.body);
  return sources.sort((a, b) => a.name.localeCompare(b.name));
}

function fromList(body: unknown): GrafanaDatasource[] {
  const list = Listed.safeParse(body);
  if (!list.success)
    throw new GrafanaFailure("not-grafana", "Grafana's list of data sources cannot be read.");
  return list.data;
}

async function fromSettings(connection: GrafanaConnection): Promise<GrafanaDatasource[]> {
  const { body } = await requestGrafana(connection, { path: "/api/frontend/settings" });
  const settings = Settings.safeParse(body);
  if (!settings.success) throw new GrafanaFailure("not-grafana", "Grafana's settings cannot be read.");
  const { datasources, defaultDatasource } = settings.data;
  return Object.entries(datasources)
    .map(([key, source]) => ({ ...source, name: source.name || key }))
    .filter(({ name, uid, id }) => !name.startsWith("-- ") && uid !== "" && id > 0)
    .map((source) => ({ ...source, isDefault: source.isDefault || source.name === defaultDatasource }));
}
