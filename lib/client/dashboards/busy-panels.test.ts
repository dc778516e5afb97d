import { describe, expect, it, vi } from "vitest";
import { createBusyPanels } from "./busy-panels";

describe("createBusyPanels", () => {
  it("is settled when the last panel is done, and says so once", () => {
    const panels = createBusyPanels();
    const listener = vi.fn();
    panels.subscribe(listener);
    panels.report("1", true);
    panels.report("2", true);
    expect(panels.isSettled()).toBe(false);
    panels.report("1", false);
    panels.report("2", false);
    panels.report("2", false);
    expect(panels.isSettled()).toBe(true);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it("stops telling who left", () => {
    const panels = createBusyPanels();
    const listener = vi.fn();
    panels.subscribe(listener)();
    panels.report("1", true);
    expect(listener).not.toHaveBeenCalled();
  });
});
