import { describe, expect, it } from "vitest";
import { ChangedDatasource, type Datasource, NewDatasource } from "@/lib/shared/prometheus/datasource";
import { checkForm, testBodyOf, toForm } from "./datasource-form";
import { newPair } from "./pair-rows";

const saved: Datasource = {
  uid: "prometheus",
  name: "Prometheus",
  url: "http://prometheus:9090",
  matchers: { tenant_id: "acme" },
  enforceConflict: "error",
  hasHeaders: true,
  isDefault: true,
  updatedAt: "2026-01-01T00:00:00.000Z",
};
const blank = { ...toForm(null), name: "Main", url: "http://prometheus:9090" };

describe("a new datasource", () => {
  it("is sent as the interface takes it", () => {
    const form = {
      ...blank,
      isDefault: true,
      matchers: [newPair("tenant_id", "acme"), newPair()],
      headerMode: "replace" as const,
      headers: [newPair("X-Scope-OrgID", "acme")],
    };
    const { body, problems } = checkForm(form, null);
    expect(problems).toEqual({});
    expect(NewDatasource.parse(body)).toEqual({
      name: "Main",
      url: "http://prometheus:9090",
      matchers: { tenant_id: "acme" },
      enforceConflict: "empty",
      headers: { "X-Scope-OrgID": "acme" },
      isDefault: true,
    });
  });

  it("names the field that is wrong", () => {
    const { problems } = checkForm({ ...blank, name: " ", url: "prometheus:9090", uid: "a b" }, null);
    expect(Object.keys(problems).toSorted()).toEqual(["name", "uid", "url"]);
  });

  it("names the line that is wrong", () => {
    const [bad, empty, twice, nameless] = [
      newPair("tenant-id", "a"),
      newPair("team", ""),
      newPair("tenant-id", "a"),
      newPair("", "c"),
    ];
    const { problems } = checkForm({ ...blank, matchers: [bad, empty, twice, nameless] }, null);
    expect(problems[bad.id]).toBe("A label name has letters, digits and _.");
    expect(problems[twice.id]).toBe("tenant-id is listed with this value already.");
    expect(problems[empty.id]).toBe("A matcher needs a value.");
    expect(problems[nameless.id]).toContain("name");
    const lone = newPair("team", "");
    expect(checkForm({ ...blank, matchers: [lone] }, null).problems[lone.id]).toBe(
      "A matcher needs a value.",
    );
  });
});

describe("a label with several values", () => {
  it("stands on several lines, and is sent as a list", () => {
    const form = { ...blank, matchers: [newPair("team", "a"), newPair("zone", "1"), newPair("team", "b")] };
    const { body, problems } = checkForm(form, null);
    expect(problems).toEqual({});
    expect(NewDatasource.parse(body).matchers).toEqual({ team: ["a", "b"], zone: "1" });
    const again = toForm({ ...saved, matchers: { team: ["a", "b"] } });
    expect(again.matchers.map(({ name, value }) => [name, value])).toEqual([
      ["team", "a"],
      ["team", "b"],
    ]);
  });

  it("names the line of the value that is wrong", () => {
    const [first, empty] = [newPair("team", "a"), newPair("team", "")];
    const { problems } = checkForm({ ...blank, matchers: [first, empty] }, null);
    expect(Object.keys(problems)).toEqual([empty.id]);
  });
});

describe("a changed datasource", () => {
  it("says nothing of headers that stay", () => {
    const { body, problems } = checkForm(toForm(saved), saved);
    expect(problems).toEqual({});
    expect(body).not.toHaveProperty("headers");
    expect(body).not.toHaveProperty("uid");
    expect(ChangedDatasource.safeParse(body).success).toBe(true);
  });

  it("does not take stored headers to another URL", () => {
    const moved = { ...toForm(saved), url: "http://other:9090" };
    expect(checkForm(moved, saved).problems).toHaveProperty("headers");
    const without = checkForm({ ...moved, headerMode: "none" }, saved);
    expect(without.problems).toEqual({});
    expect(without.body.headers).toBeNull();
  });

  it("is tested with what would be saved", () => {
    const { url, matchers } = saved;
    expect(testBodyOf(toForm(saved))).toEqual({ url, matchers });
    expect(testBodyOf({ ...toForm(saved), headerMode: "none" })).toEqual({ url, matchers, headers: {} });
  });

  it("tests matchers that can be saved, and the URL alone while one is being typed", () => {
    const typed = { ...toForm(null), url: "http://p" };
    expect(testBodyOf({ ...typed, matchers: [newPair("a", "1"), newPair("a", "2")] })).toMatchObject({
      matchers: { a: ["1", "2"] },
    });
    expect(testBodyOf({ ...typed, matchers: [newPair("a b", "1")] })).toEqual({
      url: "http://p",
      headers: {},
    });
    expect(testBodyOf({ ...typed, matchers: [newPair("a", "")] })).toEqual({ url: "http://p", headers: {} });
  });
});
