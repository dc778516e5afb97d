import { z } from "zod";

const Entry = z.object({ expr: z.string(), datasource: z.string(), atMs: z.number() });
export type HistoryEntry = z.infer<typeof Entry>;

const mostEntries = 100;

/** Queries that a person has run in a tenant, kept in this browser alone. The newest first, each once. */
export class QueryHistory {
  readonly #key: string;

  constructor(userId: string, tenant: string) {
    this.#key = `panelsmith:explore-history:${userId}:${tenant}`;
  }

  list(): HistoryEntry[] {
    try {
      return z.array(Entry).parse(JSON.parse(localStorage.getItem(this.#key) ?? "[]"));
    } catch {
      return [];
    }
  }

  add(entry: HistoryEntry): void {
    if (entry.expr.trim() === "") return;
    const others = this.list().filter(({ expr }) => expr !== entry.expr);
    this.#write([entry, ...others].slice(0, mostEntries));
  }

  remove(expr: string): void {
    this.#write(this.list().filter((entry) => entry.expr !== expr));
  }

  clear(): void {
    this.#write([]);
  }

  /** A browser that keeps nothing, or is full, loses the history and nothing else. */
  #write(entries: HistoryEntry[]): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify(entries));
    } catch {
      return;
    }
  }
}
