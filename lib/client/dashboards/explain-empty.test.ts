import { afterEach, describe, expect, it, vi } from "vitest";
import { askedDatasource, explainEmpty } from "./explain-empty";

afterEach(() => vi.unstubAllGlobals());

describe("explainEmpty", () => {
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
    const ask = (expr: string) =>
      explainEmpty({ tenant: "acme", datasource: "p", expr, range: { fromMs: 1, toMs: 2 } }, signal);
    const first = ask("a");
    const second = ask("b");
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    answers[0]?.();
    await expect(first).rejects.toMatchObject({ code: "INTERNAL" });
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.();
    expect(await second).toEqual({ reason: "unknown" });
    expect(fetchMock.mock.calls[1]?.[1].body).toBe('{"expr":"b","fromMs":1,"toMs":2}');
  });
});

describe("askedDatasource", () => {
  const interpolate = (text: string) => text.replace("${ds}", "p1");

  it("fills variables in and falls back to the default", () => {
    expect(askedDatasource({ uid: "${ds}" }, interpolate)).toBe("p1");
    expect(askedDatasource({ uid: "${DS_PROMETHEUS}" }, interpolate)).toBe("default");
    expect(askedDatasource(null, interpolate)).toBe("default");
  });
});
