import { describe, expect, it } from "vitest";
import { shareLink } from "./share-link";

const link = {
  base: "http://h/t/acme/d/web",
  raw: { from: "now-6h", to: "now" },
  range: { fromMs: 1_000, toMs: 2_000 },
  timeZone: "browser",
  variables: { job: ["a", "b"] },
  panelKey: null,
  lockTime: false,
  withVariables: true,
};

describe("shareLink", () => {
  it("keeps the moving range and the variables", () => {
    expect(shareLink(link)).toBe("http://h/t/acme/d/web?from=now-6h&to=now&var-job=a&var-job=b");
  });

  it("locks the time and names the panel and the zone", () => {
    expect(shareLink({ ...link, lockTime: true, withVariables: false, panelKey: "4", timeZone: "utc" })).toBe(
      "http://h/t/acme/d/web?from=1000&to=2000&viewPanel=4&tz=utc",
    );
  });
});
