import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { resolveImport } from "./resolve-import";

const document: JsonObject = {
  __inputs: [
    { name: "DS_PROMETHEUS", type: "datasource", pluginId: "prometheus" },
    { name: "VAR_LIMIT", type: "constant", value: "80" },
  ],
  __requires: [{ type: "grafana" }],
  title: "T",
  panels: [{ datasource: { uid: "${DS_PROMETHEUS}" }, expr: "up > ${VAR_LIMIT} and ${other}" }],
};

describe("resolveImport", () => {
  it("fills declared inputs, by map or by Grafana's list, and takes a constant's own value", () => {
    const expected = { title: "T", panels: [{ datasource: { uid: "prom" }, expr: "up > 80 and ${other}" }] };
    expect(resolveImport(document, { DS_PROMETHEUS: "prom" })).toEqual(expected);
    expect(resolveImport(document, [{ name: "DS_PROMETHEUS", value: "prom" }])).toEqual(expected);
  });

  it("names the inputs that are missing", () => {
    expect(() => resolveImport(document, { VAR_LIMIT: "1" })).toThrow(/DS_PROMETHEUS/);
  });

  it("leaves the document whole without inputs", () => {
    expect(resolveImport(document)).toBe(document);
  });

  it("does not read a replacement as another placeholder", () => {
    const given = {
      __inputs: [
        { name: "A", type: "datasource" },
        { name: "B", type: "datasource" },
      ],
      title: "${A}${B}",
    };
    expect(resolveImport(given, { A: "${B}", B: "x" })).toEqual({ title: "${B}x" });
  });
});
