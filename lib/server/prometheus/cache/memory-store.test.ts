import { describe, expect, it } from "vitest";
import { MemoryStore } from "./memory-store";

const now = () => 1_700_000_000_000;

describe("MemoryStore", () => {
  it("never holds more than its bytes", async () => {
    const store = new MemoryStore(1_000_000, now);
    for (let i = 0; i < 500; i++) {
      store.set(
        `k${i}`,
        { kind: "answer", body: Buffer.alloc((i * 7_919) % 20_000), warnings: [], infos: [] },
        60_000,
      );
      expect(store.bytes).toBeLessThanOrEqual(1_000_000);
    }
    expect((await store.get(["k0", "k499"])).map(Boolean)).toEqual([false, true]);
    const off = new MemoryStore(0, now);
    off.set("k", { kind: "answer", body: Buffer.alloc(0), warnings: [], infos: [] }, 60_000);
    expect(await off.get(["k"])).toEqual([undefined]);
  });

  it("keeps nothing whose time is over already", async () => {
    const store = new MemoryStore(1_000_000, now);
    for (const ttlMs of [0, -1])
      store.set(`k${ttlMs}`, { kind: "answer", body: Buffer.alloc(1), warnings: [], infos: [] }, ttlMs);
    expect(await store.get(["k0", "k-1"])).toEqual([undefined, undefined]);
  });
});
