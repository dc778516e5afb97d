import { describe, expect, it } from "vitest";
import { isUsable, tokenState } from "./token-state";

const nowMs = Date.parse("2026-01-15T00:00:00Z");
const at = (day: string) => `2026-${day}T00:00:00.000Z`;

describe("tokenState", () => {
  it.each([
    [null, null, "active"],
    [at("02-28"), null, "active"],
    [at("01-29"), null, "expiring"],
    [at("01-15"), null, "expired"],
    [at("01-01"), at("01-02"), "revoked"],
    [null, at("01-02"), "revoked"],
  ] as const)("expires %s, revoked %s: %s", (expiresAt, revokedAt, state) => {
    expect(tokenState({ expiresAt, revokedAt }, nowMs)).toBe(state);
    expect(isUsable(state)).toBe(state === "active" || state === "expiring");
  });
});
