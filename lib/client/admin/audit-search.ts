/** What is looked for in the audit log; empty is everything. */
export interface AuditQuestion {
  query: string;
  action: string;
  actor: string;
  fromMs: number | null;
  toMs: number | null;
}

interface Paging {
  limit?: number;
  cursor?: string;
  format?: "csv";
}

/** The query of a request to the audit log. */
export function auditSearch(
  { query, action, actor, fromMs, toMs }: AuditQuestion,
  { limit, cursor, format }: Paging = {},
): string {
  const search = new URLSearchParams();
  if (query.trim() !== "") search.set("query", query.trim());
  if (action !== "") search.set("action", action);
  if (actor.trim() !== "") search.set("actor", actor.trim());
  if (fromMs !== null) search.set("from", new Date(fromMs).toISOString());
  if (toMs !== null) search.set("to", new Date(toMs).toISOString());
  if (limit) search.set("limit", String(limit));
  if (cursor) search.set("cursor", cursor);
  if (format) search.set("format", format);
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
