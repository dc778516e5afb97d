import { describe, expect, it } from "vitest";
import { readPublishUrl, writePublishUrl } from "./publish-url";

describe("the address of the publish page", () => {
  it("reads what it writes", () => {
    const state = { tab: "history" as const, target: "t1", dashboards: ["a", "b"], plan: "p1" };
    const text = writePublishUrl(state);
    expect(text).toBe("?tab=history&target=t1&dashboards=a,b&plan=p1");
    expect(readPublishUrl(new URLSearchParams(text))).toEqual(state);
  });

  it("takes dashboards repeated or with commas, each once", () => {
    const { dashboards } = readPublishUrl(new URLSearchParams("dashboards=a&dashboards=b,a,%20c,"));
    expect(dashboards).toEqual(["a", "b", "c"]);
  });

  it("is empty at the start", () => {
    expect(writePublishUrl(readPublishUrl(new URLSearchParams("tab=nonsense")))).toBe("");
  });
});
