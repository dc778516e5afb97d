import { z } from "zod";
import type { GrafanaConnection } from "./connection";
import { GrafanaFailure } from "./grafana-failure";
import { requestGrafana } from "./request-grafana";

const Health = z.object({ database: z.string(), version: z.string().optional() });
const Settings = z.object({ buildInfo: z.object({ version: z.string().catch("") }) });

/** The release, as `9.4.0`; empty where the server hides it. Health is answered without looking at credentials. */
export async function readGrafanaVersion(connection: GrafanaConnection): Promise<string> {
  const { body } = await requestGrafana(connection, { path: "/api/health", anonymous: true });
  const health = Health.safeParse(body);
  if (!health.success) {
    throw new GrafanaFailure("not-grafana", "This is not a Grafana: its /api/health answers something else.");
  }
  if (health.data.version) return health.data.version;
  const settings = await requestGrafana(connection, { path: "/api/frontend/settings" }).catch(() => null);
  return Settings.safeParse(settings?.body).data?.buildInfo.version ?? "";
}
