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

  it("carries the range and the variables along where the link says so, once", () => {
    const fill = (text: string) =>
      text.replace("${__url_time_range}", "from=now-1h&to=now").replace("${__all_variables}", "var-job=api");
    const both = { keepTime: true, includeVars: true };
    const hrefs = panelLinks(
      [
        { url: "/d/abc", ...both },
        { url: "https://example.org/x?a=1#top", ...both },
        { url: "/d/abc?${__url_time_range}", keepTime: true },
        { url: "", ...both },
      ],
      "acme",
      fill,
    ).map(({ href }) => href);
    expect(hrefs).toEqual([
      "/t/acme/d/abc?from=now-1h&to=now&var-job=api",
      "https://example.org/x?a=1&from=now-1h&to=now&var-job=api#top",
      "/t/acme/d/abc?from=now-1h&to=now",
    ]);
    const without = panelLinks([{ url: "/d/abc", ...both }], "acme", (text) =>
      text.replace("${__url_time_range}", "from=now-1h&to=now").replace("${__all_variables}", ""),
    );
    expect(without[0]?.href).toBe("/t/acme/d/abc?from=now-1h&to=now");
  });

  it("is named by its address when it has no title", () => {
    expect(panelLinks([{ url: "https://example.org/" }], "acme", interpolate)[0]?.title).toBe(
      "https://example.org/",
    );
  });
});
