export interface WrittenSeries {
  labels: Record<string, string>;
  samples?: { timeMs: number; value: number }[];
  histograms?: WrittenHistogram[];
}

/** A native histogram of schema 0: bucket n holds what lies between two to the power of n - 1 and of n. */
export interface WrittenHistogram {
  timeMs: number;
  sum: number;
  zeroCount: number;
  /** Of the buckets 0, 1, 2 and so on. */
  counts: number[];
}

/** Sends samples to a Prometheus that takes remote writes, in the form of its protocol. `NaN` is sent as a stale marker. */
export async function remoteWrite(url: string, series: readonly WrittenSeries[]): Promise<void> {
  const body = snappyLiteral(Buffer.concat(series.map((one) => field(1, timeSeries(one)))));
  const response = await fetch(`${url}/api/v1/write`, {
    method: "POST",
    body: new Uint8Array(body),
    headers: {
      "content-type": "application/x-protobuf",
      "content-encoding": "snappy",
      "x-prometheus-remote-write-version": "0.1.0",
    },
  });
  if (!response.ok) throw new Error(`remote write: ${response.status} ${await response.text()}`);
}

function timeSeries({ labels, samples = [], histograms = [] }: WrittenSeries): Buffer {
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.concat([
    ...sorted.map(([name, value]) =>
      field(1, Buffer.concat([field(1, Buffer.from(name)), field(2, Buffer.from(value))])),
    ),
    ...samples.map((sample) => field(2, encodeSample(sample))),
    ...histograms.map((one) => field(4, encodeHistogram(one))),
  ]);
}

function encodeSample({ timeMs, value }: { timeMs: number; value: number }): Buffer {
  const number = Buffer.alloc(9);
  number[0] = 0x09;
  if (Number.isNaN(value)) number.writeBigUInt64LE(0x7ff0000000000002n, 1);
  else number.writeDoubleLE(value, 1);
  return Buffer.concat([number, Buffer.from([0x10]), varint(timeMs)]);
}

function encodeHistogram({ timeMs, sum, zeroCount, counts }: WrittenHistogram): Buffer {
  const total = counts.reduce((all, count) => all + count, zeroCount);
  const deltas = counts.map((count, index) => count - (counts[index - 1] ?? 0));
  const span = Buffer.concat([Buffer.from([0x08, 0x00, 0x10]), varint(counts.length)]);
  return Buffer.concat([
    Buffer.from([0x08]),
    varint(total),
    double(3, sum),
    Buffer.from([0x20, 0x00]),
    double(5, 1e-128),
    Buffer.from([0x30]),
    varint(zeroCount),
    field(11, span),
    field(12, Buffer.concat(deltas.map((delta) => varint(delta < 0 ? -2 * delta - 1 : 2 * delta)))),
    Buffer.from([0x78]),
    varint(timeMs),
  ]);
}

function double(number: number, value: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = (number << 3) | 1;
  bytes.writeDoubleLE(value, 1);
  return bytes;
}

function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([(number << 3) | 2]), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = BigInt(value);
  do {
    const more = rest > 127n ? 0x80 : 0;
    bytes.push(Number(rest & 127n) | more);
    rest >>= 7n;
  } while (rest > 0n);
  return Buffer.from(bytes);
}

/** Snappy's block format without compressing: the length, then everything as one literal. */
function snappyLiteral(content: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head[0] = 63 << 2;
  head.writeUInt32LE(content.length - 1, 1);
  return Buffer.concat([varint(content.length), head, content]);
}
