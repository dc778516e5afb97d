import { describe, expect, it } from "vitest";
import { askedSelectors, subExpressions } from "./explain";
import { nearestNames } from "./nearest-names";

describe("askedSelectors", () => {
  it("lists each selector once, with its metric", () => {
    const found = askedSelectors('rate(a{x="1"}[5m]) / a{x="1"} + {__name__="b"} + {job="c"}');
    expect(found.map(({ text, metric }) => [text, metric])).toEqual([
      ['a{x="1"}', "a"],
      ['{__name__="b"}', "b"],
      ['{job="c"}', null],
    ]);
  });
});

describe("subExpressions", () => {
  it("goes from the innermost outwards and knows what each does", () => {
    expect(subExpressions("sum(rate(a[5m])) > 3 and b").map(({ text, does }) => [text, does?.kind])).toEqual([
      ["rate(a[5m])", "rate"],
      ["sum(rate(a[5m]))", undefined],
      ["sum(rate(a[5m])) > 3", "compare"],
      ["sum(rate(a[5m])) > 3 and b", "match"],
    ]);
  });
});

describe("nearestNames", () => {
  it("finds what was probably meant, best first", () => {
    const names = ["celery_workers", "celery_tasks_total", "http_requests_total", "up"];
    expect(nearestNames("celery_worker", names)).toEqual(["celery_workers"]);
    expect(nearestNames("http_request_total", names)).toEqual(["http_requests_total"]);
    expect(nearestNames("Up", names)).toEqual(["up"]);
    expect(nearestNames("zzzzzzzz", names)).toEqual([]);
  });
});
