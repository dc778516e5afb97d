import { ok, permissionDenied, refuse } from "./answers.ts";
import { readBody } from "./read-body.ts";
import { addOrg, type Store } from "./store.ts";
import type { Answer, Call } from "./types.ts";

const address = { address1: "", address2: "", city: "", zipCode: "", state: "", country: "" };

export function getOrg(store: Store, call: Call): Answer {
  const { id, name } = call.caller.org;
  if (!store.orgs.has(id)) return refuse(404, "Organization not found");
  return ok({ id, name, address });
}

export function getUser(_store: Store, call: Call): Answer {
  if (!call.caller.isServerAdmin) return refuse(404, "user not found");
  const at = "2026-01-01T00:00:00Z";
  return ok({
    id: 1,
    email: "admin@localhost",
    name: "",
    login: "admin",
    theme: "",
    orgId: call.caller.org.id,
    isGrafanaAdmin: true,
    isDisabled: false,
    isExternal: false,
    authLabels: [],
    updatedAt: at,
    createdAt: at,
    avatarUrl: "/avatar/46d229b033af06a191ff2267bca9ae56",
  });
}

export function listOrgs(store: Store, call: Call): Answer {
  if (!call.caller.isServerAdmin) return permissionDenied();
  return ok([...store.orgs.values()].map(({ id, name }) => ({ id, name })));
}

export function createOrg(store: Store, call: Call): Answer {
  if (!call.caller.isServerAdmin) return permissionDenied();
  const shape = { name: "CreateOrgCommand", fields: { name: "string" as const }, required: ["name"] };
  const { name } = readBody(call, shape, store.traits);
  if ([...store.orgs.values()].some((org) => org.name === name))
    return refuse(409, "Organization name taken");
  return ok({ message: "Organization created", orgId: addOrg(store, String(name)).id });
}

export function deleteOrg(store: Store, call: Call): Answer {
  if (!call.caller.isServerAdmin) return permissionDenied();
  if (!store.orgs.delete(Number(call.params[0]))) {
    return refuse(404, "Failed to delete organization. ID not found");
  }
  return ok({ message: "Organization deleted" });
}
