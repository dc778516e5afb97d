import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createTestDatasource } from "@/lib/server/testing/create-test-datasource";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { type FakeUpstream, startFakeUpstream } from "@/lib/server/testing/fake-upstream";
import { explainEmpty } from "./explain-empty";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

const toMs = Math.floor(Date.now() / 1_000) * 1_000;
const range = { fromMs: toMs - 1_800_000, toMs };
const empty = JSON.stringify({ status: "success", data: { resultType: "matrix", result: [] } });

let upstream: FakeUpstream;
let a: TestTenant;
beforeAll(async () => {
  upstream = await startFakeUpstream();
  a = await createTestTenant("A");
  await createTestDatasource(a.admin, { url: upstream.url });
});
afterAll(() => upstream.stop());

it("says so when what comes is no answer to a count", async () => {
  const values = Array.from({ length: 300_000 }, (_, index) => [toMs / 1_000 - 1_800 + index, "1.5"]);
  const long = JSON.stringify({
    status: "success",
    data: { resultType: "matrix", result: [{ metric: {}, values }] },
  });
  upstream.answer((_, response) => void response.writeHead(200).end(long));
  const { reason, message } = await explainEmpty(a.editor, "prometheus", { expr: "up", ...range });
  expect([reason, message]).toEqual(["limit", "The answer is larger than 4 MB. Narrow the query."]);
});

it("says so when names are not told in time", async () => {
  upstream.answer(({ url = "" }, response) => {
    if (/query/.test(url)) response.writeHead(200, { "content-type": "application/json" }).end(empty);
  });
  const { reason } = await explainEmpty(a.editor, "prometheus", { expr: "ups", ...range });
  expect(reason).toBe("timeout");
});
