import { describe, expect, it } from "vitest";
import { metricOfQuery, suggestVariableQueries } from "./suggest-variable-queries";

const labels = ["endpoint", "job"];

describe("suggestVariableQueries", () => {
  it("offers the labels and the functions before anything is written, and what fits while it is", () => {
    expect(suggestVariableQueries("", labels)).toEqual([
      "label_values(endpoint)",
      "label_values(job)",
      "metrics(.*)",
      "label_names()",
      "query_result()",
    ]);
    expect(suggestVariableQueries("jo", labels)).toEqual(["label_values(job)"]);
    expect(suggestVariableQueries("label_values( e", labels)).toEqual(["label_values(endpoint)"]);
    expect(suggestVariableQueries("metr", labels)).toEqual(["metrics(.*)"]);
  });

  it("goes on with the labels behind a metric", () => {
    expect(suggestVariableQueries("label_values(up,", labels)).toEqual([
      "label_values(up, endpoint)",
      "label_values(up, job)",
    ]);
    expect(suggestVariableQueries('label_values(up{a="b"}, j', labels)).toEqual([
      'label_values(up{a="b"}, job)',
    ]);
    expect(metricOfQuery("label_values(up, ")).toBe("up");
    expect(metricOfQuery("label_values(up")).toBeNull();
  });

  it("leaves alone what is complete", () => {
    expect(suggestVariableQueries("label_values(up, job)", labels)).toEqual([]);
  });
});
