import { afterEach, describe, expect, it, vi } from "vitest";
import { callApi, tenantApi } from "./api-client";

function answerWith(status: number, body: string) {
  const fetchMock = vi.fn(async () => new Response(status === 204 ? null : body, { status }));
  vi.stubGlobal("fetch", fetchMock);
  return fetchMock;
}

afterEach(() => vi.unstubAllGlobals());

describe("callApi", () => {
  it("sends JSON and returns the parsed answer", async () => {
    const fetchMock = answerWith(200, '{"uid":"a"}');
    expect(await callApi("/api/x", { method: "POST", body: { title: "A" } })).toEqual({ uid: "a" });
    expect(fetchMock).toHaveBeenCalledWith(
      "/api/x",
      expect.objectContaining({ method: "POST", body: '{"title":"A"}' }),
    );
  });

  it("returns undefined for an empty answer", async () => {
    answerWith(204, "");
    expect(await callApi("/api/x", { method: "DELETE" })).toBeUndefined();
  });

  it("throws the error of the interface with its code and details", async () => {
    answerWith(409, '{"error":{"code":"CONFLICT","message":"Somebody saved.","details":{"version":3}}}');
    await expect(callApi("/api/x")).rejects.toMatchObject({
      code: "CONFLICT",
      message: "Somebody saved.",
      details: { version: 3 },
    });
  });

  it("names the status when the answer is not ours", async () => {
    answerWith(502, "<html>");
    await expect(callApi("/api/x")).rejects.toMatchObject({
      code: "INTERNAL",
      message: expect.stringContaining("502"),
    });
  });

  it("says so when the console cannot be reached", async () => {
    vi.stubGlobal(
      "fetch",
      vi.fn(async () => Promise.reject(new TypeError("failed"))),
    );
    await expect(callApi("/api/x")).rejects.toMatchObject({ code: "UPSTREAM_FAILED" });
  });
});

describe("tenantApi", () => {
  it("escapes the tenant", () => {
    expect(tenantApi("a b", "dashboards")).toBe("/api/v1/tenants/a%20b/dashboards");
  });
});
