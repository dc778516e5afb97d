import { Refusal, refuse } from "./answers.ts";
import type { Store } from "./store.ts";
import type { ApiKey, Caller, Org } from "./types.ts";

const adminLogin = "admin:admin";

/** Who calls, by the rules of 7.5: an API key as bearer or as basic user `api_key`, else admin:admin, else nobody. */
export function authenticate(store: Store, headers: Record<string, string | undefined>): Caller | null {
  const authorization = headers.authorization;
  if (authorization === undefined) return anonymous(store);
  const bearer = /^Bearer (.+)$/.exec(authorization)?.[1];
  if (bearer !== undefined) return byKey(store, bearer);
  if (store.options.basicAuth === false) return anonymous(store);
  const login = basicLogin(authorization);
  if (login.startsWith("api_key:")) return byKey(store, login.slice("api_key:".length));
  if (login !== adminLogin) throw new Refusal(refuse(401, "invalid username or password"));
  const org = orgOfHeader(store, headers["x-grafana-org-id"]);
  return { org, role: "Admin", isServerAdmin: true, isAnonymous: false };
}

function basicLogin(authorization: string): string {
  const encoded = /^Basic (\S+)$/.exec(authorization)?.[1] ?? "";
  const login = Buffer.from(encoded, "base64").toString("utf8");
  if (!login.includes(":")) throw new Refusal(refuse(401, "Invalid Basic Auth Header"));
  return login;
}

function byKey(store: Store, text: string): Caller {
  const key = [...store.keys.values()].find((candidate) => candidate.key === text);
  if (!key) throw new Refusal(refuse(401, "invalid API key"));
  if (isExpired(key)) throw new Refusal(refuse(401, "Expired API key"));
  const org = store.orgs.get(key.orgId);
  if (!org) throw new Refusal(refuse(401, "invalid API key"));
  return { org, role: key.role, isServerAdmin: false, isAnonymous: false };
}

export function isExpired(key: ApiKey): boolean {
  return key.expires !== null && key.expires <= Date.now();
}

function anonymous(store: Store): Caller | null {
  const role = store.options.anonymous;
  return role ? { org: mainOrg(store), role, isServerAdmin: false, isAnonymous: true } : null;
}

/** The header only counts for a person's login; a key belongs to one org. What is no number is ignored. */
function orgOfHeader(store: Store, header: string | undefined): Org {
  const id = Number(header);
  if (header === undefined || !Number.isInteger(id)) return mainOrg(store);
  return store.orgs.get(id) ?? { id, name: "", entries: new Map(), datasources: new Map() };
}

function mainOrg(store: Store): Org {
  const org = store.orgs.get(1);
  if (!org) throw new Error("The main organization is gone.");
  return org;
}
