import { describe, expect, it } from "vitest";
import { panelLinks } from "./panel-links";

const interpolate = (text: string) => text.replaceAll("$job", "api");

describe("panelLinks", () => {
  it("fills variables in", () => {
    expect(
      panelLinks([{ title: "Logs of $job", url: "/logs?job=$job", targetBlank: true }], "acme", interpolate),
    ).toEqual([{ title: "Logs of api", href: "/logs?job=api", newTab: true }]);
  });

  it("leaves out what would run script, and what leads nowhere", () => {
    expect(
      panelLinks(
        [{ url: " javascript:alert(1)" }, { url: "data:text/html,x" }, { title: "none" }],
        "acme",
        interpolate,
      ),
    ).toEqual([]);
  });

  it("leads to dashboards of the tenant where Grafana's address is meant", () => {
    const [link] = panelLinks([{ url: "/d/abc/slug?var-job=$job" }], "acme", interpolate);
    expect(link?.href).toBe("/t/acme/d/abc?var-job=api");
  });

  it("is named by its address when it has no title", () => {
    expect(panelLinks([{ url: "https://example.org/" }], "acme", interpolate)[0]?.title).toBe(
      "https://example.org/",
    );
  });
});
