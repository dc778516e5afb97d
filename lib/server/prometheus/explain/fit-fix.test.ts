import { describe, expect, it } from "vitest";
import { fitFix } from "./fit-fix";

const replace = (from: string, to: string) => ({ kind: "replace", from, to }) as const;

describe("fitFix", () => {
  it("keeps a replacement that stands once as a whole word", () => {
    expect(
      fitFix(replace("celery_worker", "celery_workers"), "sum(celery_worker) / my_celery_worker_x"),
    ).not.toBeNull();
    expect(fitFix(replace('"hihg"', '"high"'), 'a{queue="hihg"}')).not.toBeNull();
  });

  it("drops what stands nowhere or twice: a variable put it in, or only one of the places is meant", () => {
    expect(fitFix(replace("celery_worker", "celery_workers"), "$metric")).toBeNull();
    expect(fitFix(replace("a", "b"), "a / a")).toBeNull();
    expect(fitFix(replace("worker", "workers"), "celery_worker")).toBeNull();
  });

  it("finds the variable that stands for a window", () => {
    expect(fitFix(replace("[15s]", "[4m]"), "rate(a[$__interval])")).toEqual(
      replace("[$__interval]", "[4m]"),
    );
  });
});
