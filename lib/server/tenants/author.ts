import type { TenantContext } from "./context";

/** The columns that say who wrote a row; ids of the system are not those of a person or token. */
export function authorOf({ actor }: TenantContext): { id: string | null; name: string } {
  return {
    id: actor.kind === "system" ? null : actor.id,
    name: actor.kind === "token" ? `${actor.name} (API token)` : actor.name,
  };
}
