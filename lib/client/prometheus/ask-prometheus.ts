import { tenantApi } from "@/lib/client/api-client";
import { AppError } from "@/lib/shared/errors";
import { isJsonObject } from "@/lib/shared/json";

export interface PrometheusQuestion {
  tenant: string;
  /** Uid of a datasource; `default` is the tenant's default one. */
  datasource: string;
  /** Below `/api/v1/`, for example `label/job/values`. */
  path: string;
  params?: Record<string, string | string[]>;
  signal?: AbortSignal;
}

/** Longer ones are sent as a body, since servers and proxies take addresses of 8 or 16 kB. */
const mostQueryLength = 4_000;
const posted = new Set(["query", "query_range", "query_exemplars", "series", "labels"]);

/** Asks the gateway in Prometheus' own API and gives back `data`; its errors are thrown as AppError. */
export async function askPrometheus({
  tenant,
  datasource,
  path,
  params = {},
  signal,
}: PrometheusQuestion): Promise<unknown> {
  const query = new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  );
  const url = tenantApi(tenant, `datasources/${encodeURIComponent(datasource)}/prometheus/api/v1/${path}`);
  const isLong = String(query).length > mostQueryLength && posted.has(path);
  const response = isLong
    ? await fetch(url, { signal, method: "POST", body: query })
    : await fetch(`${url}?${query}`, { signal });
  const answer: unknown = await response.json().catch(() => null);
  if (isJsonObject(answer) && answer.status === "success") return answer.data;
  const message = isJsonObject(answer) && typeof answer.error === "string" ? answer.error : null;
  throw new AppError("UPSTREAM_FAILED", message ?? `The console answered with status ${response.status}.`, {
    errorType: isJsonObject(answer) ? answer.errorType : undefined,
  });
}
