import { z } from "zod";
import type { GrafanaConnection } from "./connection";
import { requestGrafana } from "./request-grafana";

const Version = z.object({ version: z.number(), message: z.string().catch("") });
const Versions = z.array(Version);
const Envelope = z.object({ versions: Versions });

/** The message of the newest version, by uid (9.0 on) or by id; null where it cannot be had. */
export async function latestVersionMessage(
  connection: GrafanaConnection,
  dashboard: { uid: string; id: number | null },
): Promise<string | null> {
  const paths = [`/api/dashboards/uid/${encodeURIComponent(dashboard.uid)}/versions`];
  if (dashboard.id !== null) paths.push(`/api/dashboards/id/${dashboard.id}/versions`);
  for (const path of paths) {
    const { status, body } = await requestGrafana(connection, {
      path,
      query: { limit: 1 },
      accept: [403, 404],
    });
    if (status >= 400) continue;
    const versions = Envelope.safeParse(body).data?.versions ?? Versions.safeParse(body).data;
    const newest = versions?.[0];
    if (!newest) return null;
    return newest.message === "Initial save"
      ? readMessage(connection, `${path}/${newest.version}`)
      : newest.message;
  }
  return null;
}

/** The list says "Initial save" of a first version, whatever its message is. */
async function readMessage(connection: GrafanaConnection, path: string): Promise<string | null> {
  const { body } = await requestGrafana(connection, { path, accept: [403, 404] });
  return Version.safeParse(body).data?.message ?? null;
}
