import { describe, expect, it } from "vitest";
import { instantOf, sampleData } from "@/lib/shared/panels/testing/sample-panel";
import { readExploreUrl } from "./explore-url";
import { panelExploreHref } from "./panel-explore-href";

const about = { tenant: "acme", datasource: "prometheus", range: { from: "now-6h", to: "now" } };

describe("panelExploreHref", () => {
  it("takes every query once, as it was asked, with range and datasource", () => {
    const data = sampleData({ A: instantOf({ a: 1 }), B: instantOf({ b: 1 }) });
    const failed = {
      type: "error",
      panelId: 1,
      refId: "C",
      errorType: "timeout",
      message: "",
      expr: 'up{job="x"}',
    } as const;
    const url = new URL(
      panelExploreHref({ ...about, data: { ...data, errors: [failed] } }),
      "http://console",
    );
    expect(url.pathname).toBe("/t/acme/explore");
    expect(readExploreUrl(url.search)).toMatchObject({
      datasource: "prometheus",
      exprs: ["x", "x", 'up{job="x"}'],
    });
    expect(url.searchParams.get("from")).toBe("now-6h");
  });

  it("opens empty where nothing was asked", () => {
    expect(panelExploreHref({ ...about, data: null })).toBe(
      "/t/acme/explore?from=now-6h&to=now&ds=prometheus",
    );
  });
});
