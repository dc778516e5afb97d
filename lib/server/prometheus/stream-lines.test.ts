import { createGunzip, gunzipSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { streamLines } from "./stream-lines";

const line = (index: number) => ({ index, text: "x".repeat(1_000) });

describe("streamLines", () => {
  it("is compressed where the reader takes it, and the same lines either way", async () => {
    const answer = (acceptEncoding: string | null) =>
      streamLines(
        async (send) => {
          for (let index = 0; index < 50; index++) await send(line(index));
        },
        { leave: () => undefined, acceptEncoding },
      );
    const expected = Array.from({ length: 50 }, (_, index) => `${JSON.stringify(line(index))}\n`).join("");
    const packed = answer("gzip, deflate, br");
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(bytes.length).toBeLessThan(expected.length / 5);
    expect(gunzipSync(bytes).toString()).toBe(expected);
    for (const refusing of [null, "br", "gzip;q=0", "gzip; q=0.0, br"]) {
      const plain = answer(refusing);
      expect(plain.headers.get("content-encoding"), String(refusing)).toBeNull();
      expect(await plain.text()).toBe(expected);
    }
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
      { leave: () => undefined, acceptEncoding: "gzip" },
    );
    const gunzip = createGunzip();
    let text = "";
    gunzip.on("data", (chunk) => {
      text += chunk;
    });
    const reader = response.body?.getReader();
    const read = async () => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
        gunzip.write(part.value);
    };
    const reading = read();
    await vi.waitFor(() => expect(text).toBe(`${JSON.stringify(line(1))}\n`));
    sendNext();
    await reading;
    await vi.waitFor(() => expect(text).toContain('"index":2'));
  });

  it("waits for a slow reader, and stops for one who leaves", async () => {
    for (const acceptEncoding of [null, "gzip"]) {
      let sent = 0;
      let left = false;
      const response = streamLines(
        async (send) => {
          // Random digits do not compress away.
          for (; sent < 1_000 && !left; sent++) {
            await send(Array.from({ length: 5_000 }, () => Math.random()));
          }
        },
        {
          leave: () => {
            left = true;
          },
          acceptEncoding,
        },
      );
      const reader = response.body?.getReader();
      await reader?.read();
      await vi.waitFor(() => expect(sent).toBeGreaterThan(5));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(sent).toBeLessThan(500);
      await reader?.cancel();
      await vi.waitFor(() => expect(left).toBe(true));
    }
  });

  it("breaks off with an error of its producer", async () => {
    const response = streamLines(() => Promise.reject(new Error("no")), { leave: () => undefined });
    await expect(response.text()).rejects.toThrow("no");
  });
});
