import { describe, expect, it } from "vitest";
import type { PanelData } from "@/lib/shared/panels/panel-data";
import { mergePanelAnswer } from "./merge-panel-answer";

const range = { fromMs: 1_000_000_000, toMs: 1_003_600_000 };
const before: PanelData = { loading: true, results: [], errors: [], receivedAtMs: null, stale: false, range };

function frame(startSeconds: number, length: number) {
  return { kind: "range" as const, startSeconds, stepSeconds: 60, length, series: [] };
}

function merge(startSeconds: number, length: number) {
  const results = [{ refId: "A", expr: "x", warnings: [], frame: frame(startSeconds, length) }];
  return mergePanelAnswer(before, { results, errors: [], range, nowMs: 5 }).range;
}

describe("mergePanelAnswer", () => {
  it("draws over the page's range, whatever the grid of steps cuts off", () => {
    expect(merge(1_000_000, 61)).toEqual(range);
    expect(merge(999_960, 60)).toEqual(range);
  });

  it("draws over the panel's own range when it has one", () => {
    expect(merge(913_600, 61)).toEqual({ fromMs: 913_600_000, toMs: 917_200_000 });
    expect(merge(1_003_000, 11)).toEqual({ fromMs: 1_003_000_000, toMs: 1_003_600_000 });
  });

  it("keeps when results came if only errors came", () => {
    const error = { type: "error", panelId: 1, refId: "A", errorType: "bad_data", message: "no" } as const;
    expect(mergePanelAnswer(before, { results: [], errors: [error], range, nowMs: 5 })).toMatchObject({
      receivedAtMs: null,
      stale: false,
      errors: [error],
    });
  });
});
