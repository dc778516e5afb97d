import { LRUCache } from "lru-cache";
import type { Matrix } from "./cache/matrix";
import { MatrixScanner } from "./cache/matrix-scanner";
import { readMatrix } from "./cache/read-matrix";
import { scanMatrix } from "./cache/scan-matrix";
import { cleanRemarks } from "./clean-remarks";
import type { PrometheusDatasource } from "./datasource";
import { GatewayError } from "./gateway-error";
import { readAnswer } from "./read-answer";
import type { UpstreamAnswer } from "./upstream";
import type { BodyCollector } from "./upstream-exchange";

/** How long the last answer to an expression was, for each of its points in time; expressions may be long, so their letters count. */
const bytesAPoint = new LRUCache<string, number>({
  max: 10_000,
  maxSize: 2_000_000,
  sizeCalculation: (_, key) => key.length,
});
const unknownBytes = 64 * 1_024;
const mostReservedBytes = 8_000_000;
/** Somewhat more, so that a few larger numbers need no other memory. */
const margin = 1.05;

/** Reads a range answer into columns while it comes in, into memory of the size that it will likely have. */
export class RangeReader implements BodyCollector {
  readonly #datasource: PrometheusDatasource;
  readonly #scanner: MatrixScanner;
  readonly #key: string;
  readonly #points: number;

  constructor(datasource: PrometheusDatasource, form: readonly [string, string][]) {
    const values = new Map(form);
    const lengthSeconds = Number(values.get("end")) - Number(values.get("start"));
    this.#datasource = datasource;
    this.#points = 1 + lengthSeconds / Number(values.get("step"));
    this.#key = [datasource.tenantId, datasource.id, values.get("query")].join("\n");
    const likelyBytes = (bytesAPoint.get(this.#key) ?? 0) * this.#points * margin;
    this.#scanner = new MatrixScanner(
      Math.ceil(Math.min(mostReservedBytes, Math.max(unknownBytes, likelyBytes))),
    );
  }

  get bytes(): Buffer<ArrayBuffer> {
    return this.#scanner.bytes;
  }

  add(chunk: Uint8Array): void {
    this.#scanner.add(chunk);
  }

  /** @throws GatewayError for an error of the upstream, and for whatever is no range answer. */
  async read(answer: UpstreamAnswer): Promise<Matrix> {
    const scanned = answer.status === 200 ? await this.#scan(answer.bytes) : null;
    if (!scanned) return readByJson(answer, this.#datasource);
    bytesAPoint.set(this.#key, answer.bytes.length / this.#points);
    const clean = (texts: string[]) => cleanRemarks(texts, this.#datasource);
    return { ...scanned, warnings: clean(scanned.warnings), infos: clean(scanned.infos) };
  }

  /** The first series of an answer that was too large are another text than what came in. */
  async #scan(bytes: Buffer<ArrayBuffer>): Promise<Matrix | null> {
    return bytes.buffer === this.bytes.buffer ? this.#scanner.finish() : scanMatrix(bytes);
  }
}

async function readByJson(answer: UpstreamAnswer, datasource: PrometheusDatasource): Promise<Matrix> {
  const { data, warnings, infos } = await readAnswer("query_range", answer, datasource);
  const read = await readMatrix(data, { warnings, infos });
  if (read) return read;
  throw new GatewayError("unavailable", "The datasource's answer has points that cannot be read.", {
    details: { reason: "not_prometheus" },
  });
}
