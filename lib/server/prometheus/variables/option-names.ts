import { LRUCache } from "lru-cache";
import type { PrometheusDatasource } from "@/lib/server/prometheus/datasource";
import { findEndpoint } from "@/lib/server/prometheus/endpoints";
import { askGateway } from "@/lib/server/prometheus/gateway";
import { toParams } from "@/lib/server/prometheus/read-params";
import { AppError } from "@/lib/shared/errors";
import { type AskData, findOptionNames } from "@/lib/shared/variables/find-option-names";
import { eachInTurns } from "./each-in-turns";

interface NamesQuestion {
  datasource: PrometheusDatasource;
  /** With its variables filled in. */
  query: string;
  range: { fromMs: number; toMs: number };
  signal?: AbortSignal;
}

/** Pages of the same minutes ask, and are checked, by the same list. */
const gridMs = 300_000;
const known = new LRUCache<string, string[]>({
  maxSize: 500_000,
  ttl: 60_000,
  sizeCalculation: (names) => names.length + 1,
});

/** The names that a variable's query finds, before its regex. */
export async function optionNames({ datasource, query, range, signal }: NamesQuestion): Promise<string[]> {
  const fromMs = Math.floor(range.fromMs / gridMs) * gridMs;
  const toMs = Math.ceil(range.toMs / gridMs) * gridMs;
  const { id, revision, matchers } = datasource;
  const key = JSON.stringify([id, revision, matchers, query, fromMs, toMs]);
  const before = known.get(key);
  if (before) return before;
  const ask: AskData = async (path, params) => {
    const found = findEndpoint(path);
    if (!found) throw new AppError("INVALID_INPUT", "The variable's query cannot be read.");
    const question = { endpoint: found.name, labelName: found.labelName, params: toParams(params) };
    return (await askGateway({ datasource, ...question, waitMs: 10_000, signal })).data;
  };
  const names = await findOptionNames(query, { fromMs, toMs }, ask, eachInTurns);
  known.set(key, names);
  return names;
}
