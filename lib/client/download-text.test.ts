import { describe, expect, it } from "vitest";
import { fileNameOf } from "./download-text";

describe("fileNameOf", () => {
  it("makes a plain name of any title", () => {
    expect(fileNameOf("CPU / Größe (5m)", "csv")).toBe("cpu-größe-5m.csv");
    expect(fileNameOf("../", "json")).toBe("panel.json");
  });
});
