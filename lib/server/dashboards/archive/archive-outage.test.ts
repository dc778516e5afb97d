import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { strToU8, zipSync } from "fflate";
import { afterAll, expect, it } from "vitest";
import { createTestTenant } from "@/lib/server/testing/create-test-tenant";
import type { ArchivedFile } from "@/lib/shared/dashboards/dashboard";
import { listDashboards } from "../list-dashboards";
import { importArchive } from "./import-archive";

// Between the console and Postgres, so that the database can go away. Settings are read with the first query.
const real = new URL(process.env.DATABASE_URL ?? "");
const sockets = new Set<Socket>();
let isAway = false;
const proxy = createServer((client) => {
  if (isAway) return client.destroy();
  const server = connect(Number(real.port), real.hostname);
  for (const socket of [client, server]) {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  }
  client.pipe(server).pipe(client);
});
await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
const through = new URL(real);
through.hostname = "127.0.0.1";
through.port = String((proxy.address() as AddressInfo).port);
process.env.DATABASE_URL = through.href;
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  proxy.close();
});

async function* bytesOf(files: Record<string, Uint8Array>): AsyncGenerator<Uint8Array> {
  const bytes = zipSync(files, { level: 0 });
  for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000);
}

it("what was told as imported is stored, the rest is told as not, and the next time completes it", async () => {
  const a = await createTestTenant();
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [
      `F/${n}.json`,
      strToU8(JSON.stringify({ uid: `d${n}`, title: `D${n}`, pad: "x".repeat(2_000) })),
    ]),
  );
  const told: ArchivedFile[] = [];
  for await (const file of importArchive(a.editor, {}, bytesOf(files))) {
    told.push(file);
    if (told.length !== 10) continue;
    isAway = true;
    for (const socket of sockets) socket.destroy();
  }
  expect(told.map(({ outcome }) => outcome)).toEqual([
    ...Array(10).fill("created"),
    ...Array(20).fill("failed"),
  ]);
  expect(told.at(-1)?.message).toMatch(/Import the archive again/);
  isAway = false;
  const stored = (await listDashboards(a.viewer)).items.map(({ uid }) => uid);
  expect(stored.toSorted()).toEqual(
    told
      .slice(0, 10)
      .map(({ uid }) => uid)
      .toSorted(),
  );
  const again = await Array.fromAsync(importArchive(a.editor, {}, bytesOf(files)));
  expect(again.map(({ outcome }) => outcome)).toEqual([
    ...Array(10).fill("unchanged"),
    ...Array(20).fill("created"),
  ]);
  expect((await listDashboards(a.viewer)).items).toHaveLength(30);
});
