import { beforeEach, describe, expect, it, vi } from "vitest";
import { QueryHistory } from "./query-history";

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});

const entry = (expr: string, atMs = 1) => ({ expr, datasource: "p", atMs });
const exprsOf = (history: QueryHistory) => history.list().map(({ expr }) => expr);

describe("QueryHistory", () => {
  it("keeps the newest first, each query once, and not without end", () => {
    const history = new QueryHistory("me", "acme");
    for (const expr of ["a", "b", "a", " "]) history.add(entry(expr));
    expect(exprsOf(history)).toEqual(["a", "b"]);
    for (let index = 0; index < 150; index++) history.add(entry(`q${index}`));
    expect(exprsOf(history)).toHaveLength(100);
    history.remove("q149");
    expect(exprsOf(history)[0]).toBe("q148");
    history.clear();
    expect(exprsOf(history)).toEqual([]);
  });

  it("is apart for each person and tenant, and survives what somebody else wrote there", () => {
    new QueryHistory("me", "acme").add(entry("a"));
    expect(exprsOf(new QueryHistory("you", "acme"))).toEqual([]);
    expect(exprsOf(new QueryHistory("me", "globex"))).toEqual([]);
    localStorage.setItem("panelsmith:explore-history:me:acme", '{"odd":1}');
    expect(exprsOf(new QueryHistory("me", "acme"))).toEqual([]);
  });
});
