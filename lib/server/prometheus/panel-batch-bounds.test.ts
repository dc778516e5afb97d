import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  answerAll,
  type BatchStand,
  panel,
  range,
  startBatchStand,
  toMs,
} from "@/lib/server/testing/batch-stand";
import { forgetAnswers } from "@/lib/server/testing/forget-answers";
import { preparePanelBatch } from "./panel-batch";
import { streamLines } from "./stream-lines";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

let stand: BatchStand;
beforeAll(async () => {
  stand = await startBatchStand();
});
afterAll(() => stand.upstream.stop());
beforeEach(() => stand.reset());

describe("the bounds of a batch", () => {
  it("closes panels without targets, unknown ones, and other kinds of datasource", async () => {
    const lines = await stand.batch({ panels: [panel(4), panel(99), panel(5)] });
    expect(lines).toContainEqual({ type: "panelDone", panelId: 4 });
    expect(lines).toContainEqual(
      expect.objectContaining({ type: "error", panelId: 99, errorType: "not_found" }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({ type: "error", panelId: 5, message: expect.stringContaining("loki") }),
    );
    expect(lines.filter((line) => line.type === "panelDone")).toHaveLength(3);
    expect(stand.upstream.seen).toHaveLength(0);
  });

  it("asks the default datasource for one that is not here, and says so", async () => {
    const lines = await stand.batch({ panels: [panel(6)] });
    expect(lines[0]).toMatchObject({
      type: "data",
      warnings: [expect.stringContaining('no datasource "foreign"')],
    });
  });

  it("is not broken off by a panel whose own time lies beyond all dates", async () => {
    const lines = await stand.batch({ panels: [panel(8), panel(1)], variables: { window: "999999999y" } });
    const answered = lines
      .filter(({ type }) => type === "data")
      .map((line) => "panelId" in line && line.panelId);
    expect(new Set(answered)).toEqual(new Set([8, 1]));
    expect(lines.at(-1)).toEqual({ type: "done" });
    await expect(stand.batch({ toMs: Number.MAX_SAFE_INTEGER, panels: [panel(1)] })).rejects.toThrow("toMs");
  });

  it("lets viewers run stored panels only", async () => {
    const draft = {
      panels: [panel(1, { panel: { type: "stat", targets: [{ refId: "A", expr: "draft" }] } })],
    };
    await expect(stand.batch(draft, stand.a.viewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(stand.upstream.seen).toHaveLength(0);
    await stand.batch(draft, stand.a.editor);
    expect(stand.form().query).toBe('draft{tenant_id="a"}');
    forgetAnswers();
    await stand.batch({ ...draft, dashboardUid: undefined }, stand.a.editor);
    expect(stand.upstream.seen).toHaveLength(2);
  });

  it("knows no dashboard of another tenant", async () => {
    await expect(stand.batch({ panels: [panel(1)] }, stand.b.admin)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(stand.upstream.seen).toHaveLength(0);
  });

  it("refuses what does not fit the contract", async () => {
    for (const body of [
      { panels: [] },
      { panels: [panel(1)], fromMs: toMs + 1 },
      { panels: [panel(1, { maxDataPoints: 0 })] },
      { panels: [panel(1)], variables: { a: 1 } },
    ]) {
      await expect(stand.batch(body)).rejects.toThrow();
    }
  });

  it("asks for five minutes at most: what it may see was read at its beginning", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    try {
      stand.upstream.answer((request, response) => {
        vi.advanceTimersByTime(6 * 60_000);
        answerAll(request, response);
      });
      const panels = Array.from({ length: 20 }, (_, index) =>
        panel(index + 1, { panel: { type: "stat", targets: [{ refId: "A", expr: `x + ${index}` }] } }),
      );
      const lines = await stand.batch({ panels }, stand.a.editor);
      const late = lines.filter((line) => line.type === "error");
      expect(stand.upstream.seen.length).toBeLessThanOrEqual(8);
      expect(late).toHaveLength(20 - stand.upstream.seen.length);
      expect(late[0]).toMatchObject({ refId: "A", errorType: "timeout" });
      expect(lines.filter((line) => line.type === "panelDone")).toHaveLength(20);
      expect(lines.at(-1)).toEqual({ type: "done" });
    } finally {
      vi.useRealTimers();
    }
  });

  it("streams each line as it comes, and cancels upstream when the reader leaves", async () => {
    const held: ServerResponse[] = [];
    let cancelled = 0;
    stand.upstream.answer((request, response) => {
      if (new URLSearchParams(request.body).get("query")?.startsWith("up"))
        return answerAll(request, response);
      held.push(response.on("close", () => (cancelled += 1)));
    });
    const left = new AbortController();
    const run = await preparePanelBatch(
      stand.a.editor,
      { dashboardUid: "board", ...range, panels: [panel(3), panel(2)] },
      left.signal,
    );
    const reader = streamLines(run, () => left.abort()).body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toContain('"panelId":2');
    await vi.waitFor(() => expect(held).toHaveLength(1));
    await reader?.cancel();
    await vi.waitFor(() => expect(cancelled).toBe(1));
  });
});
