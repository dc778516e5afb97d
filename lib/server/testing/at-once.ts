import { setTimeout as pause } from "node:timers/promises";
import { databasePool } from "@/lib/server/db";

const longestMs = 3_000;

/** Queries of this database that wait for what another one holds. */
const waitingText = `SELECT count(DISTINCT pid)::int AS waiting FROM pg_locks WHERE NOT granted AND pid IN
  (SELECT pid FROM pg_locks JOIN pg_database ON pg_database.oid = database WHERE datname = current_database())`;

/**
 * Begins all calls and lets none of them write to the table before each has come as far as it can. Calls that run one after
 * the other anyway, because one had a connection first, would show nothing.
 */
export async function atOnce<T>(
  table: string,
  calls: readonly (() => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> {
  const holder = await databasePool().connect();
  try {
    await holder.query("BEGIN");
    await holder.query(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`);
    const results = Promise.allSettled(calls.map((call) => call()));
    const untilMs = performance.now() + longestMs;
    for (let waiting = 0; waiting < calls.length && performance.now() < untilMs; ) {
      await pause(5);
      const { rows } = await holder.query<{ waiting: number }>(waitingText);
      waiting = rows[0]?.waiting ?? 0;
    }
    await holder.query("COMMIT");
    return await results;
  } finally {
    holder.release();
  }
}
