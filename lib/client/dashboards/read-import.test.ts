import { describe, expect, it } from "vitest";
import { readImport } from "./read-import";

describe("readImport", () => {
  it("reads a dashboard with its inputs", () => {
    const text = JSON.stringify({
      title: "Web",
      panels: [{}, {}],
      __inputs: [
        { name: "DS_PROMETHEUS", label: "Prometheus", type: "datasource", pluginId: "prometheus" },
        { name: "VAR_PREFIX", type: "constant", value: "web" },
      ],
    });
    expect(readImport(text)).toMatchObject({
      kind: "dashboard",
      title: "Web",
      panels: 2,
      inputs: [
        { name: "DS_PROMETHEUS", label: "Prometheus", kind: "datasource", value: "" },
        { name: "VAR_PREFIX", label: "VAR_PREFIX", kind: "constant", value: "web" },
      ],
    });
  });

  it("unwraps the answer of Grafana's API", () => {
    expect(readImport('{"dashboard":{"title":"Web"},"meta":{}}')).toMatchObject({
      kind: "dashboard",
      title: "Web",
    });
  });

  it("names the place of what cannot be read", () => {
    expect(readImport('{\n  "title": "a",\n  oops\n}')).toMatchObject({
      kind: "problem",
      message: expect.stringContaining("line 3, column 3"),
    });
  });

  it.each([
    ["[]", "not a dashboard"],
    ["{}", "no title"],
    ['{"apiVersion":"dashboard.grafana.app/v2","spec":{}}', "Kubernetes"],
    ['{"title": "a"', "JSON"],
  ])("says what is wrong with %s", (text, part) => {
    expect(readImport(text)).toMatchObject({ kind: "problem", message: expect.stringContaining(part) });
  });
});
