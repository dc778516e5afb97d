export type ParamKind =
  | "expr"
  | "time"
  | "duration"
  | "lookback"
  | "limit"
  | "stats"
  | "matchers"
  | "metric"
  | "ruleType"
  | "flag"
  | "names";

export interface Endpoint {
  /** Below `/api/v1/`; `{name}` is a label name. */
  path: string;
  methods: readonly ("GET" | "POST")[];
  /** Closed list: what is not in it never reaches the upstream. */
  params: Readonly<Record<string, { kind: ParamKind; required?: boolean }>>;
  /**
   * Where the tenant's matchers go: into `query`, into every `match[]`, or (`own_...`) the answer is cut to the
   * tenant's part. `none` only for what tells nothing about series.
   */
  scope: "query" | "match" | "own_metrics" | "own_alerts" | "own_rules" | "none";
  timeoutMs: number;
  /** Reads no series by a text of the asker: also for people who may run only what dashboards hold. */
  isOpen?: boolean;
  /** How long people's pages share an answer: each of them asks again and again. Machines get what is true now. */
  pageShareMs?: number;
}

const query = { kind: "expr", required: true } as const;
const time = { kind: "time" } as const;
const requiredTime = { kind: "time", required: true } as const;
const limit = { kind: "limit" } as const;
const timeout = { kind: "duration" } as const;
const matchers = { kind: "matchers" } as const;
const stats = { kind: "stats" } as const;
const lookback_delta = { kind: "lookback" } as const;
const names = { kind: "names" } as const;
const both = ["GET", "POST"] as const;

/** Every endpoint that can be asked. What cannot be enforced is not here and answers 404. */
export const endpoints = {
  query: {
    path: "query",
    methods: both,
    params: { query, time, timeout, limit, stats, lookback_delta },
    scope: "query",
    timeoutMs: 30_000,
  },
  query_range: {
    path: "query_range",
    methods: both,
    params: {
      query,
      start: requiredTime,
      end: requiredTime,
      step: { kind: "duration", required: true },
      timeout,
      limit,
      stats,
      lookback_delta,
    },
    scope: "query",
    timeoutMs: 60_000,
  },
  query_exemplars: {
    path: "query_exemplars",
    methods: both,
    params: { query, start: time, end: time },
    scope: "query",
    timeoutMs: 30_000,
  },
  series: {
    path: "series",
    methods: both,
    params: { "match[]": matchers, start: time, end: time, limit },
    scope: "match",
    timeoutMs: 30_000,
  },
  labels: {
    path: "labels",
    methods: both,
    params: { "match[]": matchers, start: time, end: time, limit },
    scope: "match",
    timeoutMs: 30_000,
  },
  label_values: {
    path: "label/{name}/values",
    methods: ["GET"],
    params: { "match[]": matchers, start: time, end: time, limit },
    scope: "match",
    timeoutMs: 30_000,
  },
  metadata: {
    path: "metadata",
    methods: ["GET"],
    params: { metric: { kind: "metric" }, limit, limit_per_metric: limit },
    scope: "own_metrics",
    timeoutMs: 30_000,
  },
  alerts: {
    path: "alerts",
    methods: ["GET"],
    params: {},
    scope: "own_alerts",
    timeoutMs: 30_000,
    isOpen: true,
  },
  rules: {
    path: "rules",
    methods: ["GET"],
    params: {
      type: { kind: "ruleType" },
      exclude_alerts: { kind: "flag" },
      "rule_name[]": names,
      "rule_group[]": names,
    },
    scope: "own_rules",
    timeoutMs: 30_000,
    isOpen: true,
    pageShareMs: 30_000,
  },
  format_query: {
    path: "format_query",
    methods: both,
    params: { query },
    scope: "query",
    timeoutMs: 10_000,
    isOpen: true,
  },
  parse_query: {
    path: "parse_query",
    methods: both,
    params: { query },
    scope: "query",
    timeoutMs: 10_000,
    isOpen: true,
  },
  buildinfo: {
    path: "status/buildinfo",
    methods: ["GET"],
    params: {},
    scope: "none",
    timeoutMs: 10_000,
    isOpen: true,
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;

export function endpointOf(name: EndpointName): Endpoint {
  return endpoints[name];
}

/** The endpoint of a path below `/api/v1/` as it was sent, undecoded: an encoded or padded spelling matches none. */
export function findEndpoint(path: string): { name: EndpointName; labelName?: string } | null {
  const values = /^label\/([a-zA-Z_][a-zA-Z0-9_]*)\/values$/.exec(path);
  if (values) return { name: "label_values", labelName: values[1] };
  for (const [name, endpoint] of Object.entries(endpoints)) {
    if (endpoint.path === path) return { name: name as EndpointName };
  }
  return null;
}
