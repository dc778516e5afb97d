import { createRequire } from "node:module";
import { describe, expect, it, vi } from "vitest";
import { streamLines } from "./stream-lines";

const line = (index: number) => ({ index, text: "x".repeat(1_000) });

describe("streamLines", () => {
  it("has a type that Next compresses, and is whole", async () => {
    const compression: { filter: (request: object, response: object) => boolean } = createRequire(
      import.meta.url,
    )("next/dist/compiled/compression");
    const answer = streamLines(
      async (send) => {
        for (let index = 0; index < 50; index++) await send(line(index));
      },
      () => undefined,
    );
    const type = answer.headers.get("content-type");
    expect(compression.filter({}, { getHeader: () => type })).toBe(true);
    expect(answer.headers.get("content-encoding")).toBeNull();
    const expected = Array.from({ length: 50 }, (_, index) => `${JSON.stringify(line(index))}\n`).join("");
    expect(await answer.text()).toBe(expected);
  });

  it("lets each line be read before the next is known", async () => {
    let sendNext = () => {};
    const response = streamLines(
      async (send) => {
        await send(line(1));
        await new Promise<void>((resolve) => {
          sendNext = resolve;
        });
        await send(line(2));
      },
      () => undefined,
    );
    const reader = response.body?.getReader();
    const text = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await text()).toBe(`${JSON.stringify(line(1))}\n`);
    sendNext();
    expect(await text()).toBe(`${JSON.stringify(line(2))}\n`);
  });

  it("waits for a slow reader, and stops for one who leaves", async () => {
    let sent = 0;
    let left = false;
    const response = streamLines(
      async (send) => {
        for (; sent < 1_000 && !left; sent++) await send(line(sent).text.repeat(100));
      },
      () => {
        left = true;
      },
    );
    const reader = response.body?.getReader();
    await reader?.read();
    await vi.waitFor(() => expect(sent).toBeGreaterThan(5));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(sent).toBeLessThan(500);
    await reader?.cancel();
    await vi.waitFor(() => expect(left).toBe(true));
  });

  it("breaks off with an error of its producer", async () => {
    const response = streamLines(
      () => Promise.reject(new Error("no")),
      () => undefined,
    );
    await expect(response.text()).rejects.toThrow("no");
  });
});
