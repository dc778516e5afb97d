import { describe, expect, it } from "vitest";
import { InFlight } from "./in-flight";

describe("InFlight", () => {
  it("starts once for many, goes on while one waits, and stops when none does", async () => {
    const inFlight = new InFlight<string>();
    const signals: AbortSignal[] = [];
    const start = (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<string>(() => undefined);
    };
    const [first, second] = [new AbortController(), new AbortController()];
    const one = inFlight.ask("k", first.signal, start).catch((error) => error.errorType);
    const two = inFlight.ask("k", second.signal, start).catch((error) => error.errorType);
    expect(signals).toHaveLength(1);
    first.abort();
    expect(await one).toBe("canceled");
    expect(signals[0]?.aborted).toBe(false);
    second.abort();
    expect(await two).toBe("canceled");
    expect(signals[0]?.aborted).toBe(true);
    inFlight.ask("k", undefined, start);
    expect(signals).toHaveLength(2);
  });

  it("asks again after an answer or an error", async () => {
    const inFlight = new InFlight<number>();
    let asked = 0;
    const signals: AbortSignal[] = [];
    const start = async (signal: AbortSignal) => {
      signals.push(signal);
      asked += 1;
      if (asked === 1) throw new Error("once");
      return asked;
    };
    await expect(inFlight.ask("k", undefined, start)).rejects.toThrow("once");
    expect(await inFlight.ask("k", undefined, start)).toBe(2);
    expect(await inFlight.ask("k", undefined, start)).toBe(3);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false, false]);
  });
});
