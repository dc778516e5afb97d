import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/shared/errors";
import { findGrafanaDashboard } from "./find-grafana-dashboard";
import { addFiles, fixesOf, inputsOf, isReadable } from "./import-plan";
import { readDroppedFiles } from "./read-dropped-files";
import { readImportText } from "./read-import-file";
import { type ImportState, runImport } from "./run-import";

const json = (value: unknown) => strToU8(JSON.stringify(value));
const file = (name: string, content: Uint8Array) => new File([content.slice()], name);
const readable = async (path: string, more: object = {}) => {
  const [read] = await readImportText(path, JSON.stringify({ title: path, ...more }));
  if (!read || !isReadable(read)) throw new Error(read?.problem);
  return read;
};

describe("readDroppedFiles", () => {
  it("reads files and zips, with the folders and uids that our archives tell of", async () => {
    const manifest = {
      format: "panelsmith-archive",
      folders: [{ path: "A_B", uid: "ab", title: "A/B" }],
      dashboards: [{ path: "A_B/x.json", uid: "given" }],
    };
    const zip = zipSync({
      "panelsmith.json": json(manifest),
      "A_B/x.json": strToU8('{ "title": "X", "n": 1.0 }'),
      "A_B/y.json": strToU8("{"),
      "__MACOSX/z.json": strToU8("no"),
      "a.txt": strToU8("no"),
    });
    const { files, folders } = await readDroppedFiles([
      file("one.json", json({ title: "One" })),
      file("all.zip", zip),
    ]);
    expect(files).toMatchObject([
      { path: "one.json", title: "One" },
      { path: "A_B/x.json", title: "X", text: '{"title":"X","n":1.0}', uid: "given" },
      { path: "A_B/y.json", problem: expect.stringContaining("line 1, column 2") },
    ]);
    expect(folders).toEqual({ A_B: { uid: "ab", title: "A/B" } });
  });

  it("says what is wrong with an archive", async () => {
    const broken = await readDroppedFiles([file("x.zip", strToU8("PK no"))]);
    expect(broken.files).toMatchObject([{ path: "x.zip", problem: expect.stringMatching(/unpacked/) }]);
    const empty = await readDroppedFiles([file("y.zip", zipSync({ "a.txt": strToU8("no") }))]);
    expect(empty.files).toMatchObject([{ path: "y.zip", problem: expect.stringMatching(/no JSON/) }]);
  });
});

describe("the plan of an import", () => {
  it("asks for each input once and offers each fix once", async () => {
    const input = { name: "DS_P", type: "datasource" };
    const files = [
      await readable("a", { __inputs: [input], refresh: true }),
      await readable("b", { __inputs: [input, { name: "C", type: "constant", value: "1" }], refresh: false }),
    ];
    expect(inputsOf(files).map(({ name }) => name)).toEqual(["DS_P", "C"]);
    expect(fixesOf(files)).toMatchObject([{ id: "refresh-boolean", findings: 2, files: 2 }]);
    expect(addFiles(files, [await readable("a")]).map(({ path }) => path)).toEqual(["b", "a"]);
  });
});

describe("runImport", async () => {
  const files = await Promise.all(["1", "2", "3", "4", "5"].map((path) => readable(path)));

  async function run(send: Parameters<typeof runImport>[0]["send"], controller = new AbortController()) {
    const states = new Map<string, ImportState>();
    const onState = (path: string, state: ImportState) => states.set(path, state);
    await runImport({ files, send, onState, signal: controller.signal });
    return [...states.values()];
  }

  it("goes on past a failure and says which uid is taken", async () => {
    const states = await run(async ({ path }) => {
      if (path === "2") throw new AppError("CONFLICT", "taken");
      if (path === "3") throw new AppError("UPSTREAM_FAILED", "away");
      return { uid: path, outcome: "created" };
    });
    expect(states.map(({ kind }) => kind)).toEqual(["created", "failed", "failed", "created", "created"]);
    expect(states.slice(1, 3)).toEqual([
      { kind: "failed", message: "taken", taken: true },
      { kind: "failed", message: "away", taken: false },
    ]);
  });

  it("sends nothing more once it is cancelled", async () => {
    const controller = new AbortController();
    let sent = 0;
    const states = await run(async ({ path }) => {
      sent += 1;
      if (sent === 3) controller.abort();
      return { uid: path, outcome: "created" };
    }, controller);
    expect(sent).toBe(3);
    expect(states.map(({ kind }) => kind)).toEqual([
      "created",
      "created",
      "created",
      "cancelled",
      "cancelled",
    ]);
  });
});

describe("findGrafanaDashboard", () => {
  const targets = [
    { id: "root", name: "R", url: "https://g.example.com" },
    { id: "sub", name: "S", url: "https://g.example.com/grafana/" },
  ];

  it("finds the target and the uid in an address", () => {
    const find = (address: string) => findGrafanaDashboard(address, targets);
    expect(find("https://g.example.com/d/abc-1/my-title?orgId=1")).toEqual({ target: "root", uid: "abc-1" });
    expect(find("https://g.example.com/grafana/d/x")).toEqual({ target: "sub", uid: "x" });
    expect(find("https://other.example.com/d/x")).toMatch(/No Grafana target/);
    expect(find("https://g.example.com/explore")).toMatch(/no dashboard/);
    expect(find("g.example.com/d/x")).toMatch(/no address/);
  });
});
