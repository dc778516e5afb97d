import { beforeAll, describe, expect, it } from "vitest";
import { decryptSecret, encryptSecret } from "./secrets";

describe("secrets", () => {
  beforeAll(() => {
    process.env.PANELSMITH_SECRET ||= "a-secret-for-the-tests-of-40-characters!";
  });

  it("reads back what it wrote, for the same owner only", () => {
    const stored = encryptSecret("glsa_token", "t1|https://grafana");
    expect(stored).not.toContain("glsa_token");
    expect(decryptSecret(stored, "t1|https://grafana")).toBe("glsa_token");
    expect(() => decryptSecret(stored, "t1|https://elsewhere")).toThrow("Enter it again");
  });

  it("gives different text each time and refuses a changed one", () => {
    const stored = encryptSecret("x", "owner");
    expect(encryptSecret("x", "owner")).not.toBe(stored);
    expect(() => decryptSecret(`${stored.slice(0, -2)}AA`, "owner")).toThrow();
    expect(() => decryptSecret("nonsense", "owner")).toThrow();
    expect(() => decryptSecret(stored.replace("v1.", "v2."), "owner")).toThrow();
  });
});
