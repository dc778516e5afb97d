import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "lint-dashboards-"));
afterAll(() => rmSync(folder, { recursive: true }));

function lint(...args: string[]) {
  const script = join(import.meta.dirname, "lint.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", script, ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe("lint:dashboards", () => {
  it("says what is wrong where, for people and for programs, and ends with 1", () => {
    const broken = write(
      "broken.json",
      JSON.stringify({
        uid: "b",
        title: "B",
        panels: [{ id: 4, type: "stat", title: "S", targets: [{ expr: "sum(" }] }],
      }),
    );
    const text = lint(broken);
    expect(text.status).toBe(1);
    expect(text.stdout).toContain('error   target-promql: panel 4 "S", query A: 1:5: parse error');
    const json = JSON.parse(lint(broken, "--json").stdout);
    expect(json.files[0].findings[0]).toMatchObject({
      rule: "target-promql",
      place: { panelId: 4, refId: "A" },
    });
    expect(lint(broken, "--fail-on", "nothing").status).toBe(2);
  });

  it("writes safe fixes into the file as it is indented, and keeps the envelope", () => {
    const document = { uid: "f", title: "F", refresh: false, tags: ["x"], panels: [] };
    const file = write(
      "fix.json",
      `${JSON.stringify({ dashboard: document, meta: { slug: "f" } }, null, 4)}\n`,
    );
    expect(lint(file, "--fix", "--fail-on=hint").status).toBe(0);
    const fixed = { dashboard: { ...document, refresh: "" }, meta: { slug: "f" } };
    expect(readFileSync(file, "utf8")).toBe(`${JSON.stringify(fixed, null, 4)}\n`);
  });

  it("tells dashboards of one run apart by uid, and what cannot be read", () => {
    const twins = ["one", "two"].map((name) =>
      write(`${name}.json`, JSON.stringify({ uid: "same", title: name, tags: ["x"], panels: [] })),
    );
    expect(lint(...twins).stdout).toContain("dashboard-unique");
    const { status, stderr } = lint(write("list.json", "[]"), join(folder, "missing.json"));
    expect(status).toBe(1);
    expect(stderr).toMatch(/list\.json: .*object[\s\S]*missing\.json: ENOENT/);
  });
});
