import { describe, expect, it } from "vitest";
import type { GrafanaTarget } from "@/lib/shared/publish/grafana-target";
import { formValuesOf, needsSecret, toTargetInput, validateTarget } from "./target-form";

const target: GrafanaTarget = {
  id: "1",
  name: "Main",
  url: "https://grafana.test/sub",
  authKind: "token",
  orgId: null,
  folder: null,
  datasources: { prometheus: "prom" },
  grafanaVersion: null,
  lastTest: null,
  lastTestedAt: null,
  createdAt: "",
  updatedAt: "",
};

describe("the form of a Grafana target", () => {
  it("sends no secret that was not typed", () => {
    const values = formValuesOf(target);
    expect(toTargetInput(values)).toEqual({
      name: "Main",
      url: "https://grafana.test/sub",
      orgId: null,
      folder: null,
      datasources: { prometheus: "prom" },
    });
    expect(needsSecret(values, target)).toBe(false);
    expect(validateTarget(target).token("", values)).toBeNull();
  });

  it("asks for the secret again with another URL or login, not with a trailing slash", () => {
    const values = formValuesOf(target);
    expect(needsSecret({ ...values, url: "https://grafana.test/sub/" }, target)).toBe(false);
    expect(needsSecret({ ...values, url: "https://other.test" }, target)).toBe(true);
    expect(needsSecret({ ...values, authKind: "basic" }, target)).toBe(true);
    expect(validateTarget(target).token("", { ...values, url: "https://other.test" })).toMatch(/saved URL/);
  });

  it("sends either a token or a login", () => {
    const values = {
      ...formValuesOf(null),
      name: " New ",
      url: "http://g ",
      token: " t ",
      user: "u",
      password: "p",
    };
    expect(toTargetInput(values)).toMatchObject({ name: "New", url: "http://g", token: "t" });
    const basic = toTargetInput({ ...values, authKind: "basic", orgId: 2 });
    expect(basic).toMatchObject({ basicAuth: { user: "u", password: "p" }, orgId: 2 });
    expect(basic).not.toHaveProperty("token");
  });

  it("leaves out datasources that are mapped to nothing", () => {
    expect(toTargetInput({ ...formValuesOf(target), datasources: { a: "", b: "x" } }).datasources).toEqual({
      b: "x",
    });
  });

  it("knows an address from something else", () => {
    const { url } = validateTarget(null);
    expect([url("https://g/sub"), url("g.test"), url("ftp://g")].map((error) => error === null)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
