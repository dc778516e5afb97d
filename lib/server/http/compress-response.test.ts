import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { acceptsGzip } from "@/lib/shared/http/accepts-gzip";
import { compressResponse } from "./compress-response";

const asking = (accept: string) =>
  new Request("http://console.test", { headers: { "accept-encoding": accept } });

describe("compressResponse", () => {
  it("compresses every answer for whoever takes gzip, errors and empty ones too", async () => {
    for (const [body, status] of [
      ["{}", 200],
      ["no", 404],
      ["", 405],
    ] as const) {
      const response = await compressResponse(asking("gzip, deflate, br"), new Response(body, { status }));
      expect([response.status, response.headers.get("content-encoding")]).toEqual([status, "gzip"]);
      expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(body);
    }
  });

  it("leaves alone what is compressed, and whoever does not take it", async () => {
    const done = new Response("x", { headers: { "Content-Encoding": "gzip" } });
    expect(await compressResponse(asking("gzip"), done)).toBe(done);
    const plain = new Response("x");
    expect(await compressResponse(asking("br"), plain)).toBe(plain);
  });
});

describe("acceptsGzip", () => {
  it.each([
    ["gzip", true],
    ["deflate, gzip;q=1.0, *;q=0.5", true],
    ["gzip;q=0", false],
    ["identity", false],
    ["", false],
    [null, false],
  ])("of %j is %s", (header, accepts) => expect(acceptsGzip(header)).toBe(accepts));
});
