import { describe, expect, it } from "vitest";
import { parseEnv } from "./env";

describe("parseEnv", () => {
  it("fills in defaults and treats empty values as unset", () => {
    const env = parseEnv({ PORT: "", UPSTREAM_ALLOWLIST: "prometheus, Thanos.internal ," });
    expect(env.PORT).toBe(3000);
    expect(env.PANELSMITH_DEMO).toBe(true);
    expect(env.UPSTREAM_ALLOWLIST).toEqual(["prometheus", "thanos.internal"]);
  });

  it.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://x"],
    ["PROMETHEUS_URL", "localhost:9090"],
    ["PANELSMITH_DEMO", "yes"],
    ["PANELSMITH_ADMIN_EMAIL", "root"],
    ["PANELSMITH_SECRET", "short-and-never-printed"],
    ["REDIS_URL", "http://redis"],
  ])("names %s when it is %s, and does not print the value of a secret", (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(name);
    expect(() => parseEnv({ [name]: value })).not.toThrow("short-and-never-printed");
  });

  it("wants the administrator's address with the password", () => {
    expect(() => parseEnv({ PANELSMITH_ADMIN_PASSWORD: "long enough password" })).toThrow(
      "PANELSMITH_ADMIN_EMAIL must be set together",
    );
  });
});
