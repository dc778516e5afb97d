import { z } from "zod";
import type { GrafanaConnection } from "./connection";
import { GrafanaFailure } from "./grafana-failure";
import { requestGrafana } from "./request-grafana";

const Hits = z.array(
  z.object({
    uid: z.string(),
    title: z.string(),
    type: z.string().catch(""),
    url: z.string().catch(""),
    folderUid: z.string().catch(""),
    folderTitle: z.string().catch(""),
  }),
);

export type GrafanaHit = z.infer<typeof Hits>[number];

export interface GrafanaSearch {
  type?: "dash-db" | "dash-folder";
  query?: string;
}

const pageSize = 5000;

/** Everything that matches and that the credentials may see, page by page. */
export async function searchGrafana(
  connection: GrafanaConnection,
  search: GrafanaSearch = {},
): Promise<GrafanaHit[]> {
  const found: GrafanaHit[] = [];
  for (let page = 1; page <= 20; page += 1) {
    const query = { limit: pageSize, page, ...search };
    const { body } = await requestGrafana(connection, { path: "/api/search", query });
    const hits = Hits.safeParse(body);
    if (!hits.success) throw new GrafanaFailure("not-grafana", "Grafana's search result cannot be read.");
    found.push(...hits.data);
    if (hits.data.length < pageSize) return found;
  }
  return found;
}
