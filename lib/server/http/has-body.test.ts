import { describe, expect, it } from "vitest";
import { hasBody } from "./has-body";

const request = (headers: Record<string, string>) =>
  new Request("http://console.test/", { method: "POST", headers, body: "" });

describe("hasBody", () => {
  it("goes by what the request says of its body, since its stream is there in any case", () => {
    const bare = new Request("http://console.test/", { method: "POST", headers: { "content-length": "0" } });
    expect(hasBody(bare)).toBe(false);
    expect(hasBody(request({ "content-type": "application/json" }))).toBe(true);
    expect(
      hasBody(new Request("http://console.test/", { method: "POST", headers: { "content-length": "3" } })),
    ).toBe(true);
  });
});
