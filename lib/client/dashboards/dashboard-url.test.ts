import { describe, expect, it } from "vitest";
import { changeDashboardUrl, readDashboardUrl } from "./dashboard-url";

function read(search: string) {
  return readDashboardUrl(new URLSearchParams(search));
}

describe("readDashboardUrl", () => {
  it("reads what Grafana writes", () => {
    expect(
      read(
        "from=now-6h&to=now&refresh=30s&var-job=api&var-pod=a&var-pod=b&viewPanel=panel-4&kiosk&annotation=Alerts",
      ),
    ).toEqual({
      from: "now-6h",
      to: "now",
      timeZone: null,
      refresh: "30s",
      variables: { job: "api", pod: ["a", "b"] },
      viewPanel: "4",
      inspect: null,
      kiosk: true,
      annotations: ["Alerts"],
      tables: [],
    });
  });

  it("takes the time zone in both spellings", () => {
    expect(read("timezone=utc").timeZone).toBe("utc");
    expect(read("tz=Europe/Berlin").timeZone).toBe("Europe/Berlin");
  });

  it("tells an empty variable from a missing one", () => {
    expect(read("var-filter=").variables).toEqual({ filter: "" });
    expect(read("").variables).toEqual({});
  });
});

describe("changeDashboardUrl", () => {
  const search = new URLSearchParams("from=now-6h&var-job=api&other=1");

  it("names the annotations that are switched", () => {
    expect(changeDashboardUrl(search, { annotations: ["A b", "c"] })).toContain(
      "annotation=A+b&annotation=c",
    );
    expect(changeDashboardUrl(new URLSearchParams("annotation=a"), { annotations: [] })).toBe("");
  });

  it("changes only what it is told", () => {
    expect(changeDashboardUrl(search, { from: "now-1h", refresh: "10s" })).toBe(
      "?from=now-1h&var-job=api&other=1&refresh=10s",
    );
  });

  it("repeats multi values and writes All readably", () => {
    expect(changeDashboardUrl(search, { variables: { job: ["a", "b"] } })).toBe(
      "?from=now-6h&other=1&var-job=a&var-job=b",
    );
    expect(changeDashboardUrl(search, { variables: { job: "$__all" } })).toContain("var-job=$__all");
  });

  it("takes settings out", () => {
    expect(
      changeDashboardUrl(new URLSearchParams("viewPanel=3&kiosk=1"), { viewPanel: null, kiosk: false }),
    ).toBe("");
  });

  it("comes back as it went", () => {
    const change = {
      from: "2026-01-01T00:00:00.000Z",
      variables: { x: ["ä&b", "c d+"] },
      viewPanel: "7",
      kiosk: true,
    };
    expect(read(changeDashboardUrl(new URLSearchParams(), change).slice(1))).toMatchObject(change);
  });
});
