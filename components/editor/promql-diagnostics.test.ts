import { afterEach, describe, expect, it, vi } from "vitest";
import { promqlDiagnostics } from "./promql-diagnostics";

afterEach(() => void vi.restoreAllMocks());

describe("promqlDiagnostics", () => {
  const long = "sum by (endpoint, status_code) (rate(maestro_http_requests_total[5m]))";

  it("says what is wrong, and where", () => {
    expect(promqlDiagnostics("sum(")).toMatchObject([{ severity: "error" }]);
    expect(promqlDiagnostics("rate(up)")[0]?.message).toContain("matrix");
    expect(promqlDiagnostics("")).toEqual([]);
  });

  it.each([1, 2, 3, 5, 8, 13, 30])(
    "finds nothing wrong with what is right, %i ms for a step of the parser",
    (ms) => {
      let now = Date.now();
      vi.spyOn(Date, "now").mockImplementation(() => {
        now += ms;
        return now;
      });
      expect(promqlDiagnostics(long)).toEqual([]);
    },
  );
});
