import { describe, expect, it } from "vitest";
import type { TargetError } from "@/lib/shared/prometheus/panel-batch";
import { agoText, describeError } from "./describe-error";

function failure(refId: string, errorType: TargetError["errorType"]): TargetError {
  return {
    type: "error",
    panelId: 1,
    refId,
    errorType,
    message: "parse error: unexpected <by>",
    expr: "sum(by",
  };
}

describe("describeError", () => {
  it("says which query failed and what to do, with Prometheus' words folded", () => {
    const described = describeError([failure("B", "bad_data")]);
    expect(described?.summary).toBe("Query B cannot be read. Correct its expression.");
    expect(described?.details).toContain("unexpected <by>");
    expect(described?.details).toContain("sum(by");
  });

  it("says so when it is the size of an answer that fails", () => {
    const message = "The answer is larger than 20 MB. Narrow the query.";
    const described = describeError([{ ...failure("A", "unavailable"), message }]);
    expect(described?.summary).toBe(
      "Query A answers with more than 20 MB. Narrow it, or aggregate its series.",
    );
  });

  it("leaves what the console says of the whole page as it is", () => {
    const message = "You are signed out. Reload the page to sign in again.";
    const described = describeError([{ ...failure("", "unreachable"), expr: undefined, message }]);
    expect(described).toEqual({ summary: message, details: message });
  });

  it("says of what is not there what the gateway says", () => {
    const message = "This query is for a datasource of type loki. Only Prometheus is asked here.";
    expect(describeError([{ ...failure("A", "not_found"), message }])?.summary).toBe(message);
  });

  it("counts further failed queries", () => {
    const both = describeError([failure("A", "timeout"), failure("B", "timeout"), failure("B", "timeout")]);
    expect(both?.summary).toContain("1 more query failed");
  });

  it("has nothing to say without an error", () => {
    expect(describeError([])).toBeNull();
  });
});

describe("agoText", () => {
  it("uses the unit that fits", () => {
    expect(agoText(0, 12_000)).toBe("12 s ago");
    expect(agoText(0, 180_000)).toBe("3 min ago");
    expect(agoText(0, 7_200_000)).toBe("2 h ago");
    expect(agoText(0, 260_000_000)).toBe("3 days ago");
  });
});
