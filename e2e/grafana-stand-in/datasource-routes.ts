import { isAdmin } from "./access.ts";
import { ok, permissionDenied, refuse } from "./answers.ts";
import { isObject, readBody } from "./read-body.ts";
import { addDatasource, type Store } from "./store.ts";
import type { Answer, Call, Datasource, JsonObject, Org } from "./types.ts";

const notFound = () => refuse(404, "Data source not found");
const list = (org: Org) => [...org.datasources.values()];

export function listDatasources(_store: Store, call: Call): Answer {
  if (!isAdmin(call.caller)) return permissionDenied();
  const { org } = call.caller;
  const sorted = list(org).sort((a, b) => a.name.localeCompare(b.name));
  return ok(sorted.map((source) => listItem(org, source)));
}

function listItem(org: Org, source: Datasource): JsonObject {
  const { id, uid, name, type, access, url, basicAuth, isDefault, jsonData, readOnly } = source;
  const typeLogoUrl = `public/app/plugins/datasource/${type}/img/${type}_logo.svg`;
  const typeName = type.charAt(0).toUpperCase() + type.slice(1);
  const kind = { type, typeName, typeLogoUrl, access, url };
  const login = { password: "", user: "", database: "", basicAuth };
  return { id, uid, orgId: org.id, name, ...kind, ...login, isDefault, jsonData, readOnly };
}

function full(org: Org, source: Datasource): JsonObject {
  const {
    id,
    uid,
    name,
    type,
    access,
    url,
    basicAuth,
    basicAuthUser,
    isDefault,
    jsonData,
    version,
    readOnly,
  } = source;
  const login = { password: "", user: "", database: "", basicAuth, basicAuthUser, basicAuthPassword: "" };
  const secureJsonFields = Object.fromEntries(source.secureFields.map((field) => [field, true]));
  const head = { id, uid, orgId: org.id, name, type, typeLogoUrl: "", access, url };
  return {
    ...head,
    ...login,
    withCredentials: false,
    isDefault,
    jsonData,
    secureJsonFields,
    version,
    readOnly,
  };
}

function getBy(pick: (source: Datasource, key: string) => boolean) {
  return (_store: Store, call: Call): Answer => {
    if (!isAdmin(call.caller)) return permissionDenied();
    const { org } = call.caller;
    const source = list(org).find((candidate) => pick(candidate, call.params[0] ?? ""));
    return source ? ok(full(org, source)) : notFound();
  };
}

export const getDatasourceByName = getBy((source, name) => source.name === name);
export const getDatasourceByUid = getBy((source, uid) => source.uid === uid);
export const getDatasourceById = getBy((source, id) => String(source.id) === id);

/** The one lookup that any role may make. */
export function getDatasourceIdByName(_store: Store, call: Call): Answer {
  const source = list(call.caller.org).find((candidate) => candidate.name === call.params[0]);
  return source ? ok({ id: source.id }) : notFound();
}

export function getFrontendSettings(store: Store, call: Call): Answer {
  const builtin = (name: string) => [name, { name, type: "datasource" }] as const;
  const own = list(call.caller.org).map((source) => {
    const { id, isDefault, name, type, uid } = source;
    const url = `${store.subPath}/api/datasources/proxy/${id}`;
    return [
      name,
      { id, isDefault, jsonData: { ...source.jsonData, directUrl: source.url }, name, type, uid, url },
    ] as const;
  });
  const names = ["-- Dashboard --", "-- Grafana --", "-- Mixed --"];
  const datasources = Object.fromEntries<JsonObject>([...names.map(builtin), ...own]);
  const defaultDatasource = list(call.caller.org).find((source) => source.isDefault)?.name ?? "";
  const buildInfo = {
    buildstamp: 0,
    commit: "NA",
    edition: "Open Source",
    env: "production",
    hasUpdate: false,
    hideVersion: false,
    isEnterprise: false,
    latestVersion: "",
    version: store.version,
  };
  return ok({ defaultDatasource, buildInfo, datasources });
}

const bodyShape = {
  name: "AddDataSourceCommand",
  fields: {
    name: "string" as const,
    uid: "string" as const,
    type: "string" as const,
    url: "string" as const,
  },
  required: ["name", "type", "access"],
};

export function createDatasource(store: Store, call: Call): Answer {
  if (!isAdmin(call.caller)) return permissionDenied();
  const { org } = call.caller;
  const body = readBody(call, bodyShape, store.traits);
  if (list(org).some((source) => source.name === body.name)) {
    return refuse(409, "data source with the same name already exists");
  }
  if (body.uid && list(org).some((source) => source.uid === body.uid)) {
    return refuse(409, "data source with the same uid already exists");
  }
  if (body.url && !URL.canParse(String(body.url))) {
    return refuse(400, `Validation error, invalid URL: "${body.url}"`);
  }
  const source = addDatasource(store, org, { ...fieldsOf(body), uid: String(body.uid ?? "") });
  return ok({ datasource: full(org, source), id: source.id, message: "Datasource added", name: source.name });
}

function fieldsOf(body: JsonObject) {
  return {
    name: String(body.name),
    type: String(body.type),
    access: String(body.access ?? "proxy"),
    url: String(body.url ?? ""),
    isDefault: body.isDefault === true,
    basicAuth: body.basicAuth === true,
    basicAuthUser: String(body.basicAuthUser ?? ""),
    jsonData: isObject(body.jsonData) ? body.jsonData : {},
    secureFields: isObject(body.secureJsonData) ? Object.keys(body.secureJsonData) : [],
  };
}

const updateShape = { ...bodyShape, name: "UpdateDataSourceCommand", required: ["name", "type", "access"] };

export function updateDatasource(store: Store, call: Call): Answer {
  if (!isAdmin(call.caller)) return permissionDenied();
  const { org } = call.caller;
  const body = readBody(call, updateShape, store.traits);
  const source = org.datasources.get(Number(call.params[0]));
  if (!source) return notFound();
  if (source.readOnly && body.secureJsonData) return refuse(500, "Failed to update datasource");
  if (typeof body.version === "number" && body.version !== source.version) {
    return refuse(409, "Datasource has already been updated by someone else. Please reload and try again");
  }
  const secureFields = body.secureJsonData ? fieldsOf(body).secureFields : source.secureFields;
  const basicAuthUser = String(body.basicAuthUser ?? source.basicAuthUser);
  const changed = {
    ...fieldsOf(body),
    secureFields,
    basicAuthUser,
    readOnly: false,
    version: source.version + 1,
  };
  Object.assign(source, changed);
  return ok({
    datasource: full(org, source),
    id: source.id,
    message: "Datasource updated",
    name: source.name,
  });
}

export function deleteDatasourceByName(_store: Store, call: Call): Answer {
  return remove(call, (source) => source.name === call.params[0], true);
}

export function deleteDatasourceByUid(_store: Store, call: Call): Answer {
  return remove(call, (source) => source.uid === call.params[0], false);
}

function remove(call: Call, pick: (source: Datasource) => boolean, answersId: boolean): Answer {
  if (!isAdmin(call.caller)) return permissionDenied();
  const { org } = call.caller;
  const source = list(org).find(pick);
  if (!source) return notFound();
  if (source.readOnly) return refuse(403, "Cannot delete read-only data source");
  org.datasources.delete(source.id);
  const message = "Data source deleted";
  return ok(answersId ? { id: source.id, message } : { message });
}
