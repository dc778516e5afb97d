import { describe, expect, it, vi } from "vitest";
import { askOnce } from "./ask-once";

describe("askOnce", () => {
  it("shares one answer for one question and asks again what failed", async () => {
    const upstream = vi.fn(async (_datasource: string, path: string) => path);
    const ask = askOnce(upstream);
    await expect(Promise.all([ask("p", "a", {}), ask("p", "a", {}), ask("p", "b", {})])).resolves.toEqual([
      "a",
      "a",
      "b",
    ]);
    expect(upstream).toHaveBeenCalledTimes(2);
    upstream.mockRejectedValueOnce(new Error("down"));
    await expect(ask("p", "c", {})).rejects.toThrow("down");
    await expect(ask("p", "c", {})).resolves.toBe("c");
  });
});
