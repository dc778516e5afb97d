import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { GatewayError, type GatewayErrorType } from "../gateway-error";
import { InFlight } from "../in-flight";
import { type StoredAnswer, withoutSlack } from "./cache-entry";
import type { CacheStore } from "./cache-store";
import type { Matrix } from "./matrix";
import { type ReusePlan, settledName } from "./plan-reuse";
import { RangeCache } from "./range-cache";
import type { Stretch } from "./range-gaps";

export interface CachedQuestion {
  /** Tenant, datasource and its revision. */
  scope: readonly (string | number)[];
  /** The enforced expression, for the parts of a range answer. */
  expr: string;
  /** All else that makes this question another one. */
  form: unknown;
  /** Who waits longer or takes more is not answered with the refusal of somebody who does not. */
  bounds: string;
  plan: ReusePlan;
  signal?: AbortSignal;
  askWhole(signal: AbortSignal): Promise<FreshAnswer>;
  askPart(stretch: Stretch, signal: AbortSignal): Promise<Matrix>;
  render(matrix: Matrix): FreshAnswer;
}

export interface FreshAnswer {
  answer: StoredAnswer;
  /** Gives the `data` of the answer with less work than reading its body. */
  data?: () => unknown;
}

export interface CachedAnswer extends FreshAnswer {
  cache: "hit" | "part" | "miss";
}

interface QueryCacheOptions {
  store: CacheStore;
  now?: () => number;
}

const errorTtlMs = 1_000;
/** What would most likely be said again in a moment. A refusal for lack of room is not among them. */
const keptErrors: readonly GatewayErrorType[] = [
  "bad_data",
  "execution",
  "timeout",
  "unavailable",
  "unreachable",
];

/** Equal questions under way are asked once, whole answers and settled parts are kept, errors for a second. */
export class QueryCache {
  readonly #store: CacheStore;
  readonly #ranges: RangeCache;
  readonly #wholes = new InFlight<CachedAnswer>();
  readonly #parts = new InFlight<Matrix>();
  readonly #errors: LRUCache<string, GatewayError>;

  constructor({ store, now = Date.now }: QueryCacheOptions) {
    this.#store = store;
    this.#ranges = new RangeCache(store, now);
    this.#errors = new LRUCache({ max: 1_000, ttl: errorTtlMs, perf: { now }, ttlResolution: 0 });
  }

  async ask(question: CachedQuestion): Promise<CachedAnswer> {
    const { plan, scope, form, signal, bounds } = question;
    const name = keyOf([scope, form]);
    const stored = plan.whole ? `${name}:${plan.whole.name}` : null;
    const [kept] = stored ? await this.#store.get([stored]) : [];
    if (kept?.kind === "answer") return { answer: kept, cache: "hit" };
    const key = `${name}:${bounds}`;
    const error = this.#errors.get(key);
    if (error) throw error;
    return this.#wholes.ask(`${stored ?? name}:${bounds}`, signal, async (upstreamSignal) => {
      try {
        const asked = await this.#answer(question, upstreamSignal);
        const isEarly = plan.whole?.name === settledName && plan.lateMs() > 0;
        if (stored && plan.whole && !isEarly && !asked.answer.isPartial && !isKeptInParts(plan, asked))
          this.#store.set(stored, withoutSlack(asked.answer), plan.whole.ttlMs);
        return asked;
      } catch (error) {
        if (error instanceof GatewayError && keptErrors.includes(error.errorType))
          this.#errors.set(key, error);
        throw error;
      }
    });
  }

  /** Once all that was answered so far is kept. */
  settled(): Promise<void> {
    return this.#ranges.settled();
  }

  async #answer(question: CachedQuestion, signal: AbortSignal): Promise<CachedAnswer> {
    const { plan, scope, expr, bounds } = question;
    if (!plan.parts) return { ...(await question.askWhole(signal)), cache: "miss" };
    const key = keyOf([scope, expr]);
    let cache: CachedAnswer["cache"] = "hit";
    const matrix = await this.#ranges.ask({
      ...plan.parts,
      lateMs: plan.lateMs,
      key,
      ask: (stretch) => {
        const all = stretch.fromMs === plan.parts?.fromMs && stretch.toMs === plan.parts.toMs;
        cache = all ? "miss" : "part";
        const part = `${key}:${plan.parts?.stepMs}:${stretch.fromMs}:${stretch.toMs}:${bounds}`;
        return this.#parts.ask(part, signal, (partSignal) => question.askPart(stretch, partSignal));
      },
    });
    return { ...question.render(matrix), cache };
  }
}

/** Until somebody asks for it again, an answer that was fetched for the first time is kept in its parts alone. */
function isKeptInParts({ parts, whole }: ReusePlan, { cache }: CachedAnswer): boolean {
  return parts !== null && whole?.name === settledName && cache !== "hit";
}

function keyOf(parts: unknown): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}
