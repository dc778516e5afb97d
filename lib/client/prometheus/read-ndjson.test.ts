import { expect, it } from "vitest";
import { readNdjson } from "./read-ndjson";

const encoder = new TextEncoder();

it("reads lines however the stream is cut, the last without an end too", async () => {
  const bytes = encoder.encode('{"a":"ä"}\n\n{"b":[1,2,3]}\n{"c":3}');
  for (const size of [1, 2, 7, 1_000]) {
    const lines: unknown[] = [];
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });
    await readNdjson(stream, (line) => lines.push(line));
    expect(lines).toEqual([{ a: "ä" }, { b: [1, 2, 3] }, { c: 3 }]);
  }
});
