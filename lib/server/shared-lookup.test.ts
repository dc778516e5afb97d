import { describe, expect, it } from "vitest";
import { SharedLookup } from "./shared-lookup";

describe("SharedLookup", () => {
  it("never gives what was looked up before somebody asked, and looks once for all who wait", async () => {
    const lookups = new SharedLookup<number>();
    let version = 1;
    let looked = 0;
    const open: (() => void)[] = [];
    const look = async () => {
      looked += 1;
      const seen = version;
      await new Promise<void>((resolve) => open.push(resolve));
      return seen;
    };
    const before = lookups.ask("k", look);
    version = 2;
    const after = Array.from({ length: 10 }, () => lookups.ask("k", look));
    open.shift()?.();
    expect(await before).toBe(1);
    await Promise.resolve();
    open.shift()?.();
    expect(await Promise.all(after)).toEqual(Array(10).fill(2));
    expect(looked).toBe(2);
  });

  it("goes on after an error, and begins anew when nobody waits", async () => {
    const lookups = new SharedLookup<string>();
    let looked = 0;
    const look = async () => {
      looked += 1;
      if (looked === 1) throw new Error("once");
      return `${looked}`;
    };
    const [first, second] = [lookups.ask("k", look), lookups.ask("k", look)];
    await expect(first).rejects.toThrow("once");
    expect(await second).toBe("2");
    expect(await lookups.ask("k", look)).toBe("3");
    expect(await lookups.ask("other", look)).toBe("4");
  });
});
