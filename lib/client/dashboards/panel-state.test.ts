import { describe, expect, it } from "vitest";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData } from "@/lib/shared/panels/panel-data";
import { drawnState, needsData, panelState } from "./panel-state";

const target = { refId: "A", expr: "up", hidden: false };
const fieldConfig = { defaults: { custom: {} }, overrides: [] };
const panel = { type: "stat", targets: [target], fieldConfig } as unknown as ReadPanel;
const frame = { kind: "instant" as const, timeSeconds: 1, series: [{ labels: {}, value: 1 }] };
const result = { refId: "A", frame, expr: "up", warnings: [] };
const failure = {
  type: "error" as const,
  panelId: 1,
  refId: "A",
  errorType: "bad_data" as const,
  message: "no",
};

function data(more: Partial<PanelData> = {}): PanelData {
  return {
    loading: false,
    results: [],
    errors: [],
    receivedAtMs: 1,
    stale: false,
    range: { fromMs: 0, toMs: 1 },
    ...more,
  };
}

describe("panelState", () => {
  it("is loading while a request is under way or the panel is far away", () => {
    expect(panelState(panel, data({ loading: true, results: [result] }), true, true)).toBe("loading");
    expect(panelState(panel, data({ results: [result] }), true, false)).toBe("loading");
    expect(panelState(panel, data({ receivedAtMs: null }), true, true)).toBe("loading");
  });

  it("is ready without data where the panel says what that means", () => {
    const worded = {
      ...panel,
      fieldConfig: { defaults: { noValue: "No errors", custom: {} }, overrides: [] },
    };
    expect(panelState(worded, data(), true, true)).toBe("ready");
    expect(panelState(worded, data({ errors: [failure] }), true, true)).toBe("error");
    expect(panelState(panel, data(), true, true)).toBe("empty");
  });

  it("is ready without data where no value is mapped to a text", () => {
    const mapped = (match: string) => {
      const mappings = [{ type: "special" as const, match, result: { text: "0" } }];
      return { ...panel, fieldConfig: { defaults: { mappings, custom: {} }, overrides: [] } } as ReadPanel;
    };
    expect(panelState(mapped("null"), data(), true, true)).toBe("ready");
    expect(panelState(mapped("null+nan"), data(), true, true)).toBe("ready");
    expect(panelState(mapped("nan"), data(), true, true)).toBe("empty");
  });

  it("is ready with data, also when one of several targets failed", () => {
    expect(panelState(panel, data({ results: [result] }), true, true)).toBe("ready");
    expect(panelState(panel, data({ results: [result], errors: [failure] }), true, true)).toBe("ready");
  });

  it("tells empty from failed and from old", () => {
    expect(panelState(panel, data(), true, true)).toBe("empty");
    expect(panelState(panel, data({ errors: [failure] }), true, true)).toBe("error");
    expect(panelState(panel, data({ results: [result], stale: true }), true, true)).toBe("stale");
  });

  it("says that a type is not known", () => {
    expect(panelState(panel, data({ results: [result] }), false, true)).toBe("unsupported");
  });

  it("never waits for a text panel", () => {
    const text = { type: "text", targets: [] } as unknown as ReadPanel;
    expect(panelState(text, data({ receivedAtMs: null }), true, false)).toBe("ready");
    expect(needsData(text)).toBe(false);
  });

  it("does not wait for a panel without a query", () => {
    const blank = { type: "stat", targets: [{ ...target, expr: " " }] } as unknown as ReadPanel;
    expect(panelState(blank, data({ receivedAtMs: null }), true, true)).toBe("empty");
    expect(needsData(blank)).toBe(false);
    expect(needsData(panel)).toBe(true);
  });
});

describe("drawnState", () => {
  it("is ready only when drawn, and an error when drawing failed", () => {
    expect(drawnState("ready", "pending")).toBe("loading");
    expect(drawnState("ready", "drawn")).toBe("ready");
    expect(drawnState("ready", "failed")).toBe("error");
    expect(drawnState("empty", "pending")).toBe("empty");
    expect(drawnState("loading", "drawn")).toBe("loading");
  });
});
