import { describe, expect, it } from "vitest";
import { readImportText } from "./read-import-file";

const readImportFile = async (path: string, text: string) => (await readImportText(path, text))[0];

describe("readImportText", () => {
  it("reads a dashboard with its inputs", async () => {
    const text = JSON.stringify({
      title: "Web",
      panels: [{}, {}],
      __inputs: [
        { name: "DS_PROMETHEUS", label: "Prometheus", type: "datasource", pluginId: "prometheus" },
        { name: "VAR_PREFIX", type: "constant", value: "web" },
      ],
    });
    expect(await readImportFile("x.json", text)).toMatchObject({
      title: "Web",
      panels: 2,
      inputs: [
        { name: "DS_PROMETHEUS", label: "Prometheus", kind: "datasource", value: "" },
        { name: "VAR_PREFIX", label: "VAR_PREFIX", kind: "constant", value: "web" },
      ],
    });
  });

  it("unwraps the answer of Grafana's API", async () => {
    expect(await readImportFile("x.json", '{"dashboard":{"title":"Web"},"meta":{}}')).toMatchObject({
      title: "Web",
    });
  });

  it("names the place of what cannot be read", async () => {
    expect(await readImportFile("x.json", '{\n  "title": "a",\n  oops\n}')).toMatchObject({
      problem: expect.stringContaining("line 3, column 3"),
    });
  });

  it.each([
    ["7", "not a dashboard"],
    ["{}", "no title"],
    ['{"title":7}', "no title"],
    ['{"title":"a","uid":"a/b"}', "uid has 1 to 40"],
    ['["a"]', "not of dashboards"],
    ['{"title": "a"', "cut off"],
  ])("says what is wrong with %s", async (text, part) => {
    expect(await readImportFile("x.json", text)).toMatchObject({ problem: expect.stringContaining(part) });
  });
});
