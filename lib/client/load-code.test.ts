import { expect, it, vi } from "vitest";
import { forgetFailedCode, isCodeNotLoaded, loadCode } from "./load-code";

it("hands the code on, and marks what fails for want of it", async () => {
  expect(await loadCode(async () => 1)).toBe(1);
  const forget = vi.fn();
  const broken = () => Promise.reject(new TypeError("Failed to load chunk"));
  const failure = await loadCode(broken, forget).catch((error: Error) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(failure).toMatchObject({ message: "Failed to load chunk" });
  expect(isCodeNotLoaded(failure as Error)).toBe(true);
  expect(isCodeNotLoaded(new TypeError("x is undefined"))).toBe(false);
  expect(forget).not.toHaveBeenCalled();
  forgetFailedCode();
  forgetFailedCode();
  expect(forget).toHaveBeenCalledTimes(1);
});
