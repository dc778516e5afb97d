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
    expect(readExploreUrl("")).toEqual(plain);
    expect(readExploreUrl("?view=odd&by=odd&hide=%C3%A4!")).toEqual(plain);
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
    const text = changeExploreUrl("?from=now-6h&expr=old", state);
    expect(text).toMatch(/^\?from=now-6h&expr=a/);
    expect(readExploreUrl(text)).toEqual(state);
    expect(changeExploreUrl(text, plain)).toBe("?from=now-6h");
  });

  it("takes no more queries than there are letters", () => {
    const many = new URLSearchParams(Array.from({ length: 40 }, () => ["expr", "a"]));
    expect(readExploreUrl(`?${many}`).exprs).toHaveLength(26);
  });

  it("keeps long queries from every server, and comes back to the short form", () => {
    const exprs = [`up{job=~"${"é#&+|".repeat(3_000)}"}`, "", "up"];
    const text = changeExploreUrl("?from=now-6h&expr=old", { exprs, hidden: [2] });
    expect(text).toMatch(/^\?from=now-6h&hide=C#expr=up/);
    expect(readExploreUrl(text)).toEqual({ ...plain, exprs, hidden: [2] });
    const inTable = changeExploreUrl(text, { view: "table" });
    expect(readExploreUrl(inTable)).toEqual({ ...plain, exprs, hidden: [2], view: "table" });
    expect(changeExploreUrl(inTable, { exprs: ["up"], hidden: [], view: "graph" })).toBe(
      "?from=now-6h&expr=up",
    );
  });
});
