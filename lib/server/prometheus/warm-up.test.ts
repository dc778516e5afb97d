import { expect, it } from "vitest";
import { warmUp } from "./warm-up";

it("goes through with what it made itself", async () => {
  await expect(warmUp()).resolves.toBeUndefined();
});
