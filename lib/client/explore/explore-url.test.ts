import { describe, expect, it } from "vitest";
import { changeExploreUrl, type ExploreUrl, readExploreUrl } from "./explore-url";

const plain: ExploreUrl = {
  datasource: null,
  exprs: [""],
  hidden: [],
  view: "graph",
  cardinality: "metric",
  label: "",
};

describe("the address of Explore", () => {
  it("is plain when it says nothing, or nothing that is known", () => {
    expect(readExploreUrl(new URLSearchParams())).toEqual(plain);
    expect(readExploreUrl(new URLSearchParams("view=odd&by=odd&hide=%C3%A4!"))).toEqual(plain);
  });

  it("comes back as it was written, and leaves the time alone", () => {
    const state: ExploreUrl = {
      datasource: "p",
      exprs: ['a{b="c"}', "", "rate(d[5m])"],
      hidden: [1, 2],
      view: "explain",
      cardinality: "value",
      label: "job",
    };
    const text = changeExploreUrl(new URLSearchParams("from=now-6h&expr=old"), state);
    expect(text).toMatch(/^\?from=now-6h&expr=a/);
    expect(readExploreUrl(new URLSearchParams(text))).toEqual(state);
    expect(changeExploreUrl(new URLSearchParams(text), plain)).toBe("?from=now-6h");
  });

  it("takes no more queries than there are letters", () => {
    const many = new URLSearchParams(Array.from({ length: 40 }, () => ["expr", "a"]));
    expect(readExploreUrl(many).exprs).toHaveLength(26);
  });
});
