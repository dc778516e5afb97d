import { describe, expect, it } from "vitest";
import { readFields, writeFields } from "./url-fields";

const defaults = { query: "", sort: "name" };

describe("fields in the address", () => {
  it("reads what it writes, and writes only what differs", () => {
    const text = writeFields(new URLSearchParams(), { query: "a&b=c", sort: "name" }, defaults);
    expect(text).toBe("?query=a%26b%3Dc");
    expect(readFields(new URLSearchParams(text), defaults)).toEqual({ query: "a&b=c", sort: "name" });
  });

  it("keeps the parameters of others and takes no foreign ones in", () => {
    const search = new URLSearchParams("kiosk=&query=x");
    expect(writeFields(search, { query: "", sort: "-name" }, defaults)).toBe("?kiosk=&sort=-name");
    expect(readFields(search, defaults)).toEqual({ query: "x", sort: "name" });
  });
});
