import { afterEach, describe, expect, it, vi } from "vitest";
import { explainPanel } from "./explain-panel";

afterEach(() => vi.unstubAllGlobals());

describe("explainPanel", () => {
  it("asks for one panel after the other, also past a failure", async () => {
    const answers: (() => void)[] = [];
    const fetchMock = vi.fn(
      (_path: string, _init: RequestInit) =>
        new Promise<Response>((resolve) => {
          const status = answers.length === 0 ? 500 : 200;
          answers.push(() => resolve(Response.json({ reason: "unknown" }, { status })));
        }),
    );
    vi.stubGlobal("fetch", fetchMock);
    const { signal } = new AbortController();
    const ask = (panelId: number) =>
      explainPanel(
        {
          tenant: "acme",
          dashboardUid: "d",
          panelId,
          range: { fromMs: 1, toMs: 2 },
          variables: { job: "a" },
          maxDataPoints: 9,
          scopedVariables: {},
        },
        signal,
      );
    const first = ask(1);
    const second = ask(2);
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    answers[0]?.();
    await expect(first).rejects.toMatchObject({ code: "INTERNAL" });
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.();
    expect(await second).toEqual({ reason: "unknown" });
    expect(JSON.parse(String(fetchMock.mock.calls[1]?.[1].body))).toEqual({
      dashboardUid: "d",
      fromMs: 1,
      toMs: 2,
      variables: { job: "a" },
      panels: [{ panelId: 2, maxDataPoints: 9, scopedVariables: {} }],
    });
  });
});
