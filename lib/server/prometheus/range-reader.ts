import { LRUCache } from "lru-cache";
import type { Matrix } from "./cache/matrix";
import { MatrixScanner } from "./cache/matrix-scanner";
import { readMatrix } from "./cache/read-matrix";
import { scanMatrix } from "./cache/scan-matrix";
import { cleanText } from "./clean-text";
import type { PrometheusDatasource } from "./datasource";
import type { Relay } from "./gateway";
import { GatewayError } from "./gateway-error";
import { limitsOf } from "./limits/query-limits";
import { readAnswer } from "./read-answer";
import { type BodyCollector, maxAnswerBytes, type UpstreamAnswer } from "./upstream";

/** What the last answer to an expression was like. */
interface Seen {
  bytesAPoint: number;
  series: number;
}

const seen = new LRUCache<string, Seen>({ max: 10_000 });
const unknownBytes = 64 * 1_024;
/** An answer that is expected to take up to this share of a limit may be sent before its size is known. */
const surelyWithin = 0.25;

/**
 * Reads a range answer into columns while it comes in. What is checked of it is passed on where the answers to this
 * expression are known to stay far below the tenant's limits: an error can be told only before the first byte is sent.
 */
export class RangeReader implements BodyCollector {
  readonly #datasource: PrometheusDatasource;
  readonly #relay: Relay | undefined;
  readonly #scanner: MatrixScanner;
  readonly #key: string;
  readonly #points: number;

  constructor(datasource: PrometheusDatasource, form: readonly [string, string][], relay?: Relay) {
    const values = new Map(form);
    const lengthSeconds = Number(values.get("end")) - Number(values.get("start"));
    this.#datasource = datasource;
    this.#points = 1 + lengthSeconds / Number(values.get("step"));
    this.#key = [datasource.tenantId, datasource.id, datasource.revision, values.get("query")].join("\n");
    const known = seen.get(this.#key);
    const likelyBytes = (known?.bytesAPoint ?? Number.POSITIVE_INFINITY) * this.#points;
    const limits = limitsOf(datasource);
    const maxBytes = Math.min(maxAnswerBytes, limits.bytes) * surelyWithin;
    const isModest = known && likelyBytes <= maxBytes && known.series <= limits.series * surelyWithin;
    this.#relay = isModest ? relay : undefined;
    // Somewhat more, so that a few larger numbers need no other memory.
    this.#scanner = new MatrixScanner(likelyBytes <= maxBytes ? Math.ceil(likelyBytes * 1.05) : unknownBytes);
  }

  get bytes(): Buffer<ArrayBuffer> {
    return this.#scanner.bytes;
  }

  add(chunk: Uint8Array): void {
    this.#scanner.add(chunk);
    this.#relay?.pass(this.#scanner.checked);
  }

  /** @throws GatewayError for an error of the upstream, and for whatever is no range answer. */
  async read(answer: UpstreamAnswer): Promise<Matrix> {
    const scanned = await this.#scan(answer);
    if (!scanned) {
      this.forget();
      return readByJson(answer, this.#datasource);
    }
    const bytesAPoint = answer.bytes.length / this.#points;
    seen.set(this.#key, { bytesAPoint, series: scanned.lanes.length });
    const clean = (texts: string[]) => texts.map((text) => cleanText(text, this.#datasource));
    return { ...scanned, warnings: clean(scanned.warnings), infos: clean(scanned.infos) };
  }

  /** The next answer is sent when all of it is known. */
  forget(): void {
    seen.delete(this.#key);
  }

  async #scan({ status, bytes }: UpstreamAnswer): Promise<Matrix | null> {
    if (status !== 200) return null;
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
