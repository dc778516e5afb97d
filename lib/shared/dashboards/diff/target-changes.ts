import type { Json, JsonObject } from "@/lib/shared/json";
import { keyedByName, orderChange } from "./keyed-by-name";
import { asWhole, type NamedChange } from "./named-change";
import { queryWord } from "./query-word";
import { datasourceWords, textOf } from "./value-words";
import { walkChanges } from "./walk-changes";

/** The queries of a panel, each known by its letter. */
export function targetChanges(before: Json | undefined, after: Json | undefined): NamedChange[] {
  const name = ({ refId }: JsonObject) => textOf(refId);
  const [old, now] = [keyedByName(before, name), keyedByName(after, name)];
  if (!old || !now) return [];
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((refId) =>
    queryChanges(refId, old.get(refId), now.get(refId)),
  );
  return [...changes, ...orderChange("queries", ["targets"], old, now)];
}

function queryChanges(
  refId: string,
  old: JsonObject | undefined,
  now: JsonObject | undefined,
): NamedChange[] {
  const path = ["targets", refId];
  if (!old || !now) {
    return [{ what: `query ${refId}`, path, before: old && queryText(old), after: now && queryText(now) }];
  }
  const told = { [`targets.${refId}.datasource`]: asWhole(`datasource of query ${refId}`, datasourceWords) };
  return walkChanges(old, now, { told, word: (at) => queryWord(refId, at.slice(2)) }, path);
}

function queryText({ expr, ...rest }: JsonObject): string {
  return typeof expr === "string" ? expr : JSON.stringify(rest);
}
