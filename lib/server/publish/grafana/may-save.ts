import { z } from "zod";
import type { GrafanaConnection } from "./connection";
import { requestGrafana } from "./request-grafana";

const Actions = z.record(z.string(), z.unknown());
const Home = z.object({ meta: z.object({ canEdit: z.boolean() }) });

/** Whether the credentials may save dashboards somewhere, without writing anything; null where the server does not tell. */
export async function maySaveDashboards(connection: GrafanaConnection): Promise<boolean | null> {
  const rights = await requestGrafana(connection, {
    path: "/api/access-control/user/actions",
    accept: [401, 403, 404],
  }).catch(() => null);
  const actions = rights?.status === 200 ? Actions.safeParse(rights.body).data : undefined;
  if (actions && "dashboards:read" in actions)
    return "dashboards:create" in actions || "dashboards:write" in actions;
  // Before role-based access control: the start page says by canEdit whether the role is Editor or more.
  const home = await requestGrafana(connection, { path: "/api/dashboards/home", accept: [403, 404] }).catch(
    () => null,
  );
  return Home.safeParse(home?.body).data?.meta.canEdit ?? null;
}
