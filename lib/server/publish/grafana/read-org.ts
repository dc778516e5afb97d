import { z } from "zod";
import type { GrafanaConnection } from "./connection";
import { GrafanaFailure } from "./grafana-failure";
import { requestGrafana } from "./request-grafana";

const Org = z.object({ id: z.number(), name: z.string() });

/** The organization that the credentials act in: the first call that fails for a bad token. */
export async function readOrg(connection: GrafanaConnection): Promise<z.infer<typeof Org>> {
  const { body } = await requestGrafana(connection, { path: "/api/org" });
  const org = Org.safeParse(body);
  if (!org.success)
    throw new GrafanaFailure("not-grafana", "Grafana's answer about its organization cannot be read.");
  return org.data;
}
