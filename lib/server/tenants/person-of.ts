import type { TenantContext } from "./context";

/** An id that no person and no token has. */
export const nobody = "00000000-0000-0000-0000-000000000000";

/** Tokens have neither stars nor a memory of what they have seen: as nobody, they ask what people ask. */
export function personOf({ actor }: Pick<TenantContext, "actor">): string {
  return actor.kind === "user" ? actor.id : nobody;
}
