/** Calls `onLine` for each JSON line of a stream as it arrives. */
export async function readNdjson(
  stream: ReadableStream<Uint8Array>,
  onLine: (line: unknown) => void,
): Promise<void> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  // Pieces of the line under way: joined once it is whole, for one line may be tens of megabytes.
  let pieces: string[] = [];
  const take = (text: string) => {
    const [head = "", ...tails] = text.split("\n");
    pieces.push(head);
    for (const tail of tails) {
      const line = pieces.join("");
      if (line !== "") onLine(JSON.parse(line));
      pieces = [tail];
    }
  };
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    take(decoder.decode(part.value, { stream: true }));
  }
  take(`${decoder.decode()}\n`);
}
