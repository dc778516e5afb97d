import { deleteDashboard, getDashboard, getHome, saveDashboard } from "./dashboard-routes.ts";
import * as datasources from "./datasource-routes.ts";
import { getFolderPermissions, setFolderPermissions } from "./folder-permission-routes.ts";
import * as folders from "./folder-routes.ts";
import { createKey, deleteKey, listKeys } from "./key-routes.ts";
import { createOrg, deleteOrg, getOrg, getUser, listOrgs } from "./org-routes.ts";
import { proxyById, proxyByUid } from "./proxy-route.ts";
import { search } from "./search-route.ts";
import type { Store } from "./store.ts";
import type { Traits } from "./traits.ts";
import type { Answer, Call } from "./types.ts";
import {
  getVersion,
  getVersionByUid,
  listVersions,
  listVersionsByUid,
  restoreVersion,
} from "./version-routes.ts";

type Handler = (store: Store, call: Call) => Answer | Promise<Answer>;
interface Route {
  method: string;
  path: string;
  handle: Handler;
  when?: (traits: Traits) => boolean;
}

const route = (line: string, handle: Handler, when?: Route["when"]): Route => {
  const [method = "", path = ""] = line.split(" ");
  return { method, path, handle, when };
};

/** First match wins. `:x` is one segment, `*` the rest. */
const routes: Route[] = [
  route("GET /api/org", getOrg),
  route("GET /api/user", getUser),
  route("GET /api/orgs", listOrgs),
  route("POST /api/orgs", createOrg),
  route("DELETE /api/orgs/:id", deleteOrg),
  route("GET /api/auth/keys", listKeys, (traits) => traits.apiKeys),
  route("POST /api/auth/keys", createKey, (traits) => traits.apiKeys),
  route("DELETE /api/auth/keys/:id", deleteKey, (traits) => traits.apiKeys),
  route("GET /api/search", search),
  route("GET /api/folders", folders.listFolders),
  route("POST /api/folders", folders.createFolder),
  route("GET /api/folders/id/:id", folders.getFolderById),
  route("GET /api/folders/:uid", folders.getFolder),
  route("PUT /api/folders/:uid", folders.updateFolder),
  route("DELETE /api/folders/:uid", folders.deleteFolder),
  route("GET /api/folders/:uid/permissions", getFolderPermissions),
  route("POST /api/folders/:uid/permissions", setFolderPermissions),
  route("POST /api/dashboards/db", saveDashboard),
  route("GET /api/dashboards/home", getHome),
  route("GET /api/dashboards/uid/:uid", getDashboard),
  route("DELETE /api/dashboards/uid/:uid", deleteDashboard),
  route("GET /api/dashboards/uid/:uid/versions", listVersionsByUid, (traits) => traits.uidRoutes),
  route("GET /api/dashboards/uid/:uid/versions/:version", getVersionByUid, (traits) => traits.uidRoutes),
  route("GET /api/dashboards/id/:id/versions", listVersions),
  route("GET /api/dashboards/id/:id/versions/:version", getVersion),
  route("POST /api/dashboards/id/:id/restore", restoreVersion),
  route("GET /api/frontend/settings", datasources.getFrontendSettings),
  route("GET /api/datasources", datasources.listDatasources),
  route("POST /api/datasources", datasources.createDatasource),
  route("GET /api/datasources/id/:name", datasources.getDatasourceIdByName),
  route("GET /api/datasources/name/:name", datasources.getDatasourceByName),
  route("DELETE /api/datasources/name/:name", datasources.deleteDatasourceByName),
  route("GET /api/datasources/uid/:uid", datasources.getDatasourceByUid),
  route("DELETE /api/datasources/uid/:uid", datasources.deleteDatasourceByUid),
  route("GET /api/datasources/proxy/uid/:uid/*", proxyByUid, (traits) => traits.uidRoutes),
  route("POST /api/datasources/proxy/uid/:uid/*", proxyByUid, (traits) => traits.uidRoutes),
  route("GET /api/datasources/proxy/:id/*", proxyById),
  route("POST /api/datasources/proxy/:id/*", proxyById),
  route("GET /api/datasources/:id", datasources.getDatasourceById),
  route("PUT /api/datasources/:id", datasources.updateDatasource),
];

const patterns = routes.map(({ path }) => {
  const source = path.replace(/:[a-z]+/g, "([^/]+)").replace("*", "(.*)");
  return new RegExp(`^${source}/?$`);
});

/** `method` undefined asks whether the path is known at all. */
export function findRoute(
  traits: Traits,
  method: string | undefined,
  path: string,
): { handle: Handler; params: string[] } | null {
  for (const [index, candidate] of routes.entries()) {
    if ((method !== undefined && candidate.method !== method) || candidate.when?.(traits) === false) continue;
    const match = patterns[index]?.exec(path);
    if (match) return { handle: candidate.handle, params: match.slice(1).map(decodeURIComponent) };
  }
  return null;
}
