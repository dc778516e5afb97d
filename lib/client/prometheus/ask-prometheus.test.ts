import { afterEach, describe, expect, it, vi } from "vitest";
import { askPrometheus } from "./ask-prometheus";

afterEach(() => vi.unstubAllGlobals());

function stubFetch() {
  const fetched = vi.fn(async (_url: string, _init?: RequestInit) =>
    Response.json({ status: "success", data: "told" }),
  );
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

const source = { tenant: "acme", datasource: "p" };
const base = "/api/v1/tenants/acme/datasources/p/prometheus/api/v1";

describe("askPrometheus", () => {
  it("asks in the address, so that it can be read in the browser's tools", async () => {
    const fetched = stubFetch();
    expect(await askPrometheus({ ...source, path: "query", params: { query: "up" } })).toBe("told");
    expect(fetched.mock.calls[0]?.[0]).toBe(`${base}/query?query=up`);
  });

  it("sends what is too long for an address as a form", async () => {
    const fetched = stubFetch();
    const query = `up{job=~"${"a|".repeat(8_000)}"}`;
    expect(await askPrometheus({ ...source, path: "query_range", params: { query, start: "1" } })).toBe(
      "told",
    );
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe(`${base}/query_range`);
    expect(init?.method).toBe("POST");
    expect(Object.fromEntries(init?.body as URLSearchParams)).toEqual({ query, start: "1" });
  });

  it("does not send a form where Prometheus takes none", async () => {
    const fetched = stubFetch();
    const params = { "match[]": `up{job=~"${"a|".repeat(8_000)}"}` };
    await askPrometheus({ ...source, path: "label/job/values", params });
    expect(fetched.mock.calls[0]?.[1]?.method).toBeUndefined();
  });
});
