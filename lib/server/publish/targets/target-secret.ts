import { z } from "zod";
import type { GrafanaCredentials } from "@/lib/server/publish/grafana/connection";
import { decryptSecret, encryptSecret } from "@/lib/server/secrets";

const Credentials = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("token"), token: z.string() }),
  z.object({ kind: z.literal("basic"), user: z.string(), password: z.string() }),
]);

interface SecretOwner {
  tenantId: string;
  url: string;
}

/** A secret can be read back only for the tenant and the URL that it was saved with. */
const bindingOf = ({ tenantId, url }: SecretOwner) => `grafana-target:${tenantId}:${url}`;

export function encryptCredentials(credentials: GrafanaCredentials, owner: SecretOwner): string {
  return encryptSecret(JSON.stringify(credentials), bindingOf(owner));
}

export function decryptCredentials(stored: string, owner: SecretOwner): GrafanaCredentials {
  return Credentials.parse(JSON.parse(decryptSecret(stored, bindingOf(owner))));
}

/** The credentials of a request, or null when it brings none. */
export function credentialsOf(input: {
  token?: string;
  basicAuth?: { user: string; password: string };
}): GrafanaCredentials | null {
  if (input.token) return { kind: "token", token: input.token };
  return input.basicAuth ? { kind: "basic", ...input.basicAuth } : null;
}
