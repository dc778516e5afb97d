import { randomBytes } from "node:crypto";
import { isAdmin } from "./access.ts";
import { ok, permissionDenied, refuse, refuseBody } from "./answers.ts";
import { readBody } from "./read-body.ts";
import type { Store } from "./store.ts";
import type { Answer, ApiKey, Call, Role } from "./types.ts";

const body = {
  name: "AddApiKeyCommand",
  fields: { name: "string", role: "string", secondsToLive: "number" },
  required: ["name"],
} as const;

const roles: Role[] = ["Viewer", "Editor", "Admin"];

export function createKey(store: Store, call: Call): Answer {
  if (!isAdmin(call.caller)) return permissionDenied();
  const { name, role, secondsToLive } = readBody(
    call,
    { ...body, required: [...body.required] },
    store.traits,
  );
  const known = roles.find((candidate) => candidate === role);
  if (!known) {
    const message = `JSON validation error: invalid role value: ${role}`;
    return refuseBody(400, [{ classification: "DeserializationError", message }]);
  }
  const seconds = Number(secondsToLive ?? 0);
  const limit = store.options.keySecondsLimit;
  if (seconds < 0) return refuse(400, "negative value for SecondsToLive");
  if (limit && seconds === 0) return refuse(400, "Number of seconds before expiration should be set");
  if (limit && seconds > limit) {
    return refuse(400, "Number of seconds before expiration is greater than the global limit");
  }
  const orgId = call.caller.org.id;
  if ([...store.keys.values()].some((key) => key.orgId === orgId && key.name === name)) {
    return refuse(409, "API key, organization ID and name must be unique");
  }
  const key = addKey(store, { orgId, name: String(name), role: known, seconds });
  return ok({ id: key.id, name: key.name, key: key.key });
}

export function addKey(
  store: Store,
  wanted: { orgId: number; name: string; role: Role; seconds: number },
): ApiKey {
  const { orgId, name, role, seconds } = wanted;
  const secret = { k: randomBytes(24).toString("base64url"), n: name, id: orgId };
  const text = store.traits.apiKeys
    ? Buffer.from(JSON.stringify(secret)).toString("base64")
    : `glsa_${secret.k}_${randomBytes(4).toString("hex")}`;
  const expires = seconds > 0 ? Date.now() + seconds * 1000 : null;
  const key: ApiKey = { id: store.nextId("key"), orgId, name, role, key: text, expires };
  store.keys.set(key.id, key);
  return key;
}

export function listKeys(store: Store, call: Call): Answer {
  if (!isAdmin(call.caller)) return permissionDenied();
  const keys = [...store.keys.values()].filter((key) => key.orgId === call.caller.org.id);
  keys.sort((a, b) => a.name.localeCompare(b.name));
  return ok(
    keys.map(({ id, name, role, expires }) => ({
      id,
      name,
      role,
      ...(expires === null ? {} : { expiration: `${new Date(expires).toISOString().slice(0, 19)}Z` }),
    })),
  );
}

export function deleteKey(store: Store, call: Call): Answer {
  if (!isAdmin(call.caller)) return permissionDenied();
  store.keys.delete(Number(call.params[0]));
  return ok({ message: "API key deleted" });
}
