import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { createTestDatasource } from "@/lib/server/testing/create-test-datasource";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { type FakeUpstream, startFakeUpstream } from "@/lib/server/testing/fake-upstream";
import { forgetAnswers } from "@/lib/server/testing/forget-answers";
import type { EndpointName } from "../endpoints";
import { getDatasourceWithSecrets } from "../find-datasource";
import { askGateway } from "../gateway";
import { toParams } from "../read-params";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "127.0.0.1";
});

/** The worst case: two tenants with equal datasources, by address, uid, name and matchers. */
let upstream: FakeUpstream;
let tenants: TestTenant[] = [];
beforeAll(async () => {
  upstream = await startFakeUpstream();
  tenants = await Promise.all(["A", "B"].map((name) => createTestTenant(name)));
  for (const { admin } of tenants) {
    await createTestDatasource(admin, { url: upstream.url, matchers: { team: "both" } });
  }
});
afterAll(() => upstream.stop());
beforeEach(() => {
  forgetAnswers();
  upstream.seen.length = 0;
  upstream.answer((request, response) => answer(request.url, response));
});

function answer(url: string, response: ServerResponse): void {
  const kind = url.includes("query_range") ? "matrix" : "vector";
  response.end(JSON.stringify({ status: "success", data: { resultType: kind, result: [] } }));
}

const questions: [EndpointName, Record<string, string | number>, number][] = [
  ["query", { query: "up", time: 1_600_000_000 }, 0],
  ["query", { query: "up" }, 15_000],
  ["query_range", { query: "up", start: 1_600_000_000, end: 1_600_003_600, step: 15 }, 0],
  ["query_range", { query: "topk(1, up)", start: 1_600_000_000, end: 1_600_003_600, step: 15 }, 15_000],
];

async function ask(index: number, [endpoint, params, shareMs]: (typeof questions)[number]): Promise<string> {
  const tenant = tenants[index] ?? expect.fail("no such tenant");
  const datasource = await getDatasourceWithSecrets(tenant.admin, "prometheus");
  const { cache } = await askGateway({ datasource, endpoint, params: toParams(params), shareMs });
  return cache;
}

it.each(questions)("what one tenant has asked is no hit for another: %s %j", async (...question) => {
  expect(await ask(0, question)).toBe("miss");
  expect(await ask(0, question)).toBe("hit");
  expect(await ask(1, question)).toBe("miss");
  expect(await ask(1, question)).toBe("hit");
  expect(upstream.seen).toHaveLength(2);
});

it.each(questions)("what one tenant is asking is asked for another too: %s %j", async (...question) => {
  const held: [string, ServerResponse][] = [];
  upstream.answer(({ url }, response) => void held.push([url, response]));
  const asked = [ask(0, question), ask(0, question), ask(1, question)];
  await vi.waitFor(() => expect(held).toHaveLength(2), 30_000);
  for (const one of held) answer(...one);
  await Promise.all(asked);
  expect(upstream.seen).toHaveLength(2);
});

it("an error that one tenant was told is not told to another", async () => {
  upstream.answer((_, response) => {
    response
      .writeHead(422)
      .end(JSON.stringify({ status: "error", errorType: "execution", error: "too many" }));
  });
  const [question] = questions;
  if (!question) throw new Error("no question");
  for (const index of [0, 0, 1]) await expect(ask(index, question)).rejects.toThrow("too many");
  expect(upstream.seen).toHaveLength(2);
});
