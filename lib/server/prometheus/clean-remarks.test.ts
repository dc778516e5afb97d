import { expect, it } from "vitest";
import { cleanRemarks } from "./clean-remarks";

const datasource = { url: "http://prometheus.internal:9090", headers: {} };

it("passes remarks on without what they say of the upstream", () => {
  const said = ["PromQL info: metric might not be a counter", "prometheus.internal:9090 did not answer"];
  expect(cleanRemarks(said, datasource)).toEqual([said[0], "[upstream] did not answer"]);
});

it("tells of very many how many there are", () => {
  const many = Array.from({ length: 60_000 }, (_, index) => `PromQL warning: ${index}`);
  const clean = cleanRemarks(many, datasource);
  expect(clean).toHaveLength(101);
  expect(clean.at(-1)).toBe("The datasource has 59900 more remarks on this query.");
});
