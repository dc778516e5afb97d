import { describe, expect, it } from "vitest";
import { readAnnotations } from "@/lib/shared/dashboards/read-annotations";
import type { JsonObject } from "@/lib/shared/json";
import {
  isQueryAnnotation,
  listAnnotations,
  newAnnotation,
  newTaggedAnnotation,
  withAnnotations,
  withExpr,
  withStored,
} from "./annotations";

describe("withAnnotations", () => {
  it("changes the list and nothing else, and makes it where there is none", () => {
    const document = { title: "x", annotations: { enable: true, list: [{ name: "a" }] } };
    const changed = withAnnotations(document, [{ name: "b" }]);
    expect(changed).toEqual({ title: "x", annotations: { enable: true, list: [{ name: "b" }] } });
    expect(listAnnotations(withAnnotations({ title: "x" }, [{ name: "c" }]))).toEqual([{ name: "c" }]);
    expect(listAnnotations({ title: "x" })).toBe(listAnnotations({ title: "y" }));
  });
});

describe("newAnnotation", () => {
  it("is called as no other is, and is read once it has a query", () => {
    const made = newAnnotation(["New annotation", "New annotation 2"]);
    expect(made.name).toBe("New annotation 3");
    const read = (annotation: JsonObject) =>
      readAnnotations({ annotations: { list: [annotation] } }).slice(1);
    expect(read(made)).toEqual([]);
    const [found] = read(withExpr(made, "up == 0"));
    expect(found).toMatchObject({ name: "New annotation 3", enabled: true, expr: "up == 0" });
  });
});

describe("withStored", () => {
  it("says what is shown where the annotation keeps it", () => {
    const tags = withStored(newTaggedAnnotation([]), { tags: ["deploy"] });
    expect(readAnnotations({ annotations: { list: [tags] } }).at(-1)).toMatchObject({
      name: "New annotation",
      stored: { by: "tags", tags: ["deploy"], matchAny: true, limit: 100 },
    });
    const nested = { datasource: { type: "grafana" }, target: { type: "dashboard" } };
    expect(withStored(nested, { type: "tags" })).toEqual({ ...nested, target: { type: "tags" } });
  });
});

describe("withExpr", () => {
  it("writes where the annotation keeps its query", () => {
    expect(withExpr({ target: { expr: "a", refId: "Anno" } }, "b")).toEqual({
      target: { expr: "b", refId: "Anno" },
    });
    expect(withExpr({ expr: "a", target: { limit: 100 } }, "b")).toEqual({
      expr: "b",
      target: { limit: 100 },
    });
  });
});

describe("isQueryAnnotation", () => {
  it("leaves alone what is no query to Prometheus", () => {
    const queries: JsonObject[] = [{}, { datasource: "x" }, { datasource: { type: "prometheus" } }];
    expect(queries.every(isQueryAnnotation)).toBe(true);
    const others: JsonObject[] = [
      { builtIn: 1 },
      { datasource: { type: "loki" } },
      { target: { queryType: "timeRegions" } },
    ];
    expect(others.some(isQueryAnnotation)).toBe(false);
  });
});
