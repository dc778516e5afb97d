import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hintChunks } from "./hint-chunks.ts";

it("writes the hint into the first line of each chunk, once, and into nothing else", () => {
  const folder = mkdtempSync(join(tmpdir(), "panelsmith-chunks-"));
  try {
    mkdirSync(join(folder, "pages"));
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    const read = (name: string) => readFileSync(join(folder, name), "utf8");
    write("a.js", "push(1)");
    write("pages/b.js", "push(2)\n//# sourceMappingURL=b.js.map");
    write("c.css", "a {}");
    write("a.js.map", "{}");
    hintChunks(folder);
    hintChunks(folder);
    expect(read("a.js")).toBe("//# allFunctionsCalledOnLoad\npush(1)");
    expect(read("pages/b.js").split("\n")).toHaveLength(3);
    expect(read("c.css")).toBe("a {}");
    expect(read("a.js.map")).toBe("{}");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
