import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Children } from "./children.ts";
import { RunRecord } from "./leftovers.ts";

let folder: string;
let stranger: Server;
let readyUrl: string;
const ends: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "panelsmith-children-"));
  stranger = createServer((_, response) => response.end("fine"));
  await new Promise<void>((done) => stranger.listen(0, "127.0.0.1", done));
  readyUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`;
});
afterAll(() => {
  stranger.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(children: Children, script: string, readyText?: string): Promise<void> {
  const logFile = join(folder, "log");
  const common = { name: "The program", command: process.execPath, logFile, mark: folder, readyUrl };
  return children.start({ ...common, args: ["-e", script], readyTimeoutMs: 10_000, readyText });
}

describe("Children", () => {
  it("does not take another program's answer for that of its own", async () => {
    const children = new Children(new RunRecord(folder), (name) => ends.push(name));
    const late = "setTimeout(() => { console.error('address already in use'); process.exit(1); }, 600)";
    await expect(start(children, late, "listening")).rejects.toThrow(
      /did not get ready[\s\S]*already in use/,
    );
    await start(children, "console.log('listening'); setInterval(() => {}, 1000)", "listening");
    await children.stopAll();
    expect(ends).toEqual([]);
  });

  it("tells of one that ends by itself once it was ready", async () => {
    const ended = new Promise((done) => {
      const children = new Children(new RunRecord(folder), (name, code) => done([name, code]));
      void start(children, "setTimeout(() => process.exit(3), 600)");
    });
    expect(await ended).toEqual(["The program", 3]);
  });
});
