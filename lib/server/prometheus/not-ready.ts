const statuses = new Set([502, 503, 504]);

/** What a status says that comes from a Prometheus which is starting, or from a proxy before one that is away; else null. */
export function notReady(status: number): string | null {
  if (!statuses.has(status)) return null;
  return `The datasource is not ready (status ${status}): it is starting, or away behind its proxy. Try again in a moment.`;
}
