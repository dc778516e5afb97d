import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PanelBatchLine, PanelBatchRequest } from "@/lib/shared/prometheus/panel-batch";
import type { FetchPanelBatch } from "./fetch-panel-batch";
import type { PageQuestion } from "./page-question";
import { PanelDataStore } from "./panel-data-store";

const question: PageQuestion = {
  tenant: "t",
  dashboardUid: "d",
  range: { fromMs: 0, toMs: 60_000 },
  variables: {},
  refreshCount: 0,
  enabled: true,
};

function start(first: PageQuestion = question) {
  const calls: {
    request: PanelBatchRequest;
    send: (line: PanelBatchLine) => void;
    fail: (e: Error) => void;
    signal: AbortSignal;
  }[] = [];
  const fetch: FetchPanelBatch = (_, request, send, signal) =>
    new Promise((_, fail) => {
      calls.push({ request, send, fail, signal });
    });
  return { calls, store: new PanelDataStore(first, fetch) };
}

const need = { maxDataPoints: 100, enabled: true };
const frame = { kind: "instant", timeSeconds: 1, series: [{ labels: {}, value: 1 }] } as const;
const dataLine = (panelId: number, refId = "A"): PanelBatchLine => ({
  type: "data",
  panelId,
  key: String(panelId),
  refId,
  expr: "up",
  frame: { ...frame, series: [...frame.series] },
});
const doneLine = (panelId: number): PanelBatchLine => ({ type: "panelDone", panelId, key: String(panelId) });

describe("PanelDataStore", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("asks for all panels of a page in one request, and for a later one alone", () => {
    const { calls, store } = start();
    for (const id of [1, 2, 3]) store.need(String(id), { ...need, panelId: id, enabled: id !== 3 });
    vi.advanceTimersByTime(20);
    expect(calls.map(({ request }) => request.panels.map((panel) => panel.panelId))).toEqual([[1, 2]]);
    store.need("3", { ...need, panelId: 3 });
    vi.advanceTimersByTime(20);
    expect(calls.map(({ request }) => request.panels.map((panel) => panel.panelId))).toEqual([[1, 2], [3]]);
  });

  it("asks early for panels that use no variable still unknown, and again only for those that a change concerns", () => {
    const { calls, store } = start({ ...question, pending: ["job"] });
    store.need("1", { ...need, panelId: 1, uses: ["job"] });
    store.need("2", { ...need, panelId: 2, uses: [] });
    store.need("3", { ...need, panelId: 3, uses: ["job"], scopedVariables: { job: "a" } });
    vi.advanceTimersByTime(20);
    const asked = () => calls.map(({ request }) => request.panels.map((panel) => panel.panelId));
    expect(asked()).toEqual([[2]]);
    store.ask({ ...question, pending: [], variables: { job: "a" } });
    vi.advanceTimersByTime(20);
    expect(asked()).toEqual([[2], [1, 3]]);
    store.ask({ ...question, pending: [], variables: { job: ["a", "b"] } });
    vi.advanceTimersByTime(20);
    expect(asked()).toEqual([[2], [1, 3], [1]]);
  });

  it("shows a panel when it is complete, its targets in order", () => {
    const { calls, store } = start();
    store.need("1", { ...need, panelId: 1 });
    vi.advanceTimersByTime(20);
    expect(store.read("1").loading).toBe(true);
    calls[0]?.send(dataLine(1, "B"));
    calls[0]?.send(dataLine(1, "A"));
    expect(store.read("1").results).toEqual([]);
    calls[0]?.send(doneLine(1));
    expect(store.read("1").results.map((result) => result.refId)).toEqual(["A", "B"]);
    expect(store.read("1")).toMatchObject({ loading: false, stale: false, errors: [] });
  });

  it("keeps the last data when a refresh fails, and says so", () => {
    const { calls, store } = start();
    store.need("1", { ...need, panelId: 1 });
    vi.advanceTimersByTime(20);
    calls[0]?.send(dataLine(1));
    calls[0]?.send(doneLine(1));
    store.ask({ ...question, refreshCount: 1 });
    vi.advanceTimersByTime(20);
    expect(store.read("1")).toMatchObject({ loading: true, stale: false });
    calls[1]?.send({
      type: "error",
      panelId: 1,
      key: "1",
      refId: "A",
      errorType: "unreachable",
      message: "gone",
    });
    calls[1]?.send(doneLine(1));
    expect(store.read("1")).toMatchObject({ loading: false, stale: true, errors: [{ message: "gone" }] });
    expect(store.read("1").results).toHaveLength(1);
  });

  it("drops the last data when the query itself is wrong", () => {
    const { calls, store } = start();
    store.need("1", { ...need, panelId: 1 });
    vi.advanceTimersByTime(20);
    calls[0]?.send(dataLine(1));
    calls[0]?.send(doneLine(1));
    store.need("1", { ...need, panelId: 1, panel: { targets: [] } });
    vi.advanceTimersByTime(20);
    calls[1]?.send({
      type: "error",
      panelId: 1,
      key: "1",
      refId: "A",
      errorType: "bad_data",
      message: "parse error",
    });
    calls[1]?.send(doneLine(1));
    expect(store.read("1")).toMatchObject({ stale: false, results: [] });
  });

  it("drops the last data of a panel whose last query was taken away", () => {
    const { calls, store } = start();
    const heard = vi.fn();
    store.subscribe("1", heard);
    store.need("1", { ...need, panelId: 1 });
    vi.advanceTimersByTime(20);
    calls[0]?.send(dataLine(1));
    calls[0]?.send(doneLine(1));
    heard.mockClear();
    store.need("1", { ...need, panelId: 1, enabled: false, asksNothing: true });
    expect(store.read("1")).toMatchObject({ results: [], receivedAtMs: null, loading: false });
    expect(heard).toHaveBeenCalledOnce();
    store.need("1", { ...need, panelId: 1, enabled: false, asksNothing: true });
    expect(heard).toHaveBeenCalledOnce();
    store.need("1", { ...need, panelId: 1 });
    vi.advanceTimersByTime(20);
    expect(calls).toHaveLength(2);
  });

  it("cancels and asks anew when the range or a variable changes, and ignores late lines", async () => {
    const { calls, store } = start();
    store.need("1", { ...need, panelId: 1 });
    vi.advanceTimersByTime(20);
    store.ask({ ...question, variables: { v: "x" } });
    vi.advanceTimersByTime(20);
    expect(calls[0]?.signal.aborted).toBe(true);
    expect(calls[1]?.request.variables).toEqual({ v: "x" });
    calls[0]?.send(dataLine(1));
    calls[0]?.send(doneLine(1));
    expect(store.read("1").loading).toBe(true);
    store.close();
    expect(calls[1]?.signal.aborted).toBe(true);
  });

  it("lets a refresh wait for what is still under way", () => {
    const { calls, store } = start();
    store.need("1", { ...need, panelId: 1 });
    store.need("2", { ...need, panelId: 2 });
    vi.advanceTimersByTime(20);
    calls[0]?.send(doneLine(1));
    store.ask({ ...question, refreshCount: 1, range: { fromMs: 10_000, toMs: 70_000 } });
    vi.advanceTimersByTime(20);
    expect(calls[0]?.signal.aborted).toBe(false);
    expect(calls[1]?.request.panels.map((panel) => panel.panelId)).toEqual([1]);
  });

  it("asks nothing while it may not, and a panel out of sight is left out of refreshes", () => {
    const { calls, store } = start({ ...question, enabled: false });
    store.need("1", { ...need, panelId: 1 });
    vi.advanceTimersByTime(50);
    expect(calls).toHaveLength(0);
    store.ask(question);
    vi.advanceTimersByTime(50);
    expect(calls).toHaveLength(1);
    calls[0]?.send(doneLine(1));
    store.need("1", { ...need, panelId: 1, enabled: false });
    store.ask({ ...question, refreshCount: 5 });
    vi.advanceTimersByTime(50);
    expect(calls).toHaveLength(1);
    store.need("1", { ...need, panelId: 1 });
    vi.advanceTimersByTime(50);
    expect(calls).toHaveLength(2);
  });

  it("keeps what a panel has while it is off the page, and asks again only for another question", () => {
    const { calls, store } = start();
    store.need("1", { ...need, panelId: 1 });
    vi.advanceTimersByTime(20);
    calls[0]?.send(dataLine(1));
    calls[0]?.send(doneLine(1));
    store.forget("1");
    store.need("1", { ...need, panelId: 1 });
    vi.advanceTimersByTime(20);
    expect(calls).toHaveLength(1);
    expect(store.read("1").results).toHaveLength(1);
    store.forget("1");
    store.ask({ ...question, refreshCount: 1 });
    vi.advanceTimersByTime(20);
    expect(calls).toHaveLength(1);
    store.need("1", { ...need, panelId: 1 });
    vi.advanceTimersByTime(20);
    expect(calls).toHaveLength(2);
    store.forget("1");
    expect(calls[1]?.signal.aborted).toBe(true);
    store.need("1", { ...need, panelId: 1 });
    vi.advanceTimersByTime(20);
    expect(calls).toHaveLength(3);
  });

  it("tells every waiting panel when the batch fails as a whole", async () => {
    const { calls, store } = start();
    store.need("1", { ...need, panelId: 1 });
    store.need("2", { ...need, panelId: 2 });
    vi.advanceTimersByTime(20);
    calls[0]?.send(dataLine(1));
    calls[0]?.send(doneLine(1));
    calls[0]?.fail(new Error("The answer of the console broke off."));
    await vi.advanceTimersByTimeAsync(1);
    expect(store.read("1").errors).toEqual([]);
    expect(store.read("2")).toMatchObject({
      loading: false,
      errors: [{ message: "The answer of the console broke off." }],
    });
  });
});
