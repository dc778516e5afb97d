import { describe, expect, it } from "vitest";
import { inLargeTurn } from "./large-turn";

describe("inLargeTurn", () => {
  it("lets one large document after the other, also behind one that failed, and small ones at once", async () => {
    const order: string[] = [];
    let open: () => void = () => undefined;
    const first = inLargeTurn(2_000_000, async () => {
      order.push("first begins");
      await new Promise<void>((resolve) => {
        open = resolve;
      });
      order.push("first fails");
      throw new Error("no");
    });
    const second = inLargeTurn(2_000_000, async () => order.push("second"));
    await new Promise(setImmediate);
    await inLargeTurn(10, async () => order.push("small"));
    open();
    await expect(first).rejects.toThrow("no");
    await second;
    expect(order).toEqual(["first begins", "small", "first fails", "second"]);
  });
});
