import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

describe("contentSecurityPolicy", () => {
  it("lets only scripts with the nonce run", () => {
    const scripts = contentSecurityPolicy("abc", false)
      .split("; ")
      .find((directive) => directive.startsWith("script-src"));
    expect(scripts).toContain("'nonce-abc'");
    expect(scripts).not.toContain("unsafe");
  });

  it("allows eval in development only, where React needs it", () => {
    expect(contentSecurityPolicy("abc", true)).toContain("'unsafe-eval'");
  });
});
