import { assertUpstreamUrl } from "@/lib/server/http/assert-upstream-url";
import { AppError } from "@/lib/shared/errors";
import { isJsonObject } from "@/lib/shared/json";
import { checkAnswer } from "./check-answer";
import { notReady } from "./not-ready";
import { parseLoosely } from "./parse-loosely";
import { askUpstream, type UpstreamAnswer } from "./upstream";
import { upstreamAllowlist } from "./upstream-policy";

export type ProbeKind =
  | "prometheus"
  | "exporter"
  | "grafana"
  | "alertmanager"
  | "web_page"
  | "redirect"
  | "not_ready"
  | "unauthorized"
  | "unreachable"
  | "refused"
  | "other";

export interface ProbeResult {
  kind: ProbeKind;
  ok: boolean;
  /** What was found and what to do, in plain words. */
  message: string;
  version: string | null;
  /** Where a Prometheus answers on the same host. */
  suggestedUrl?: string;
}

interface ProbeInput {
  url: string;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
  /** How long each question may take. */
  timeoutMs?: number;
}

/** Says whether a URL is a Prometheus, and if not, what it is instead. Never throws for what it finds. */
export async function probeDatasource(input: ProbeInput): Promise<ProbeResult> {
  try {
    await assertUpstreamUrl(input.url, upstreamAllowlist());
    const answer = await get(input, "/api/v1/query", [["query", "vector(1)"]]);
    if (answer.status === 200 && checkAnswer("query", parseLoosely(answer.text)))
      return await foundPrometheus(input);
    const found = await lookCloser(input, answer);
    const suggestedUrl = misplaced.has(found.kind) ? await findPrometheusNearby(input) : undefined;
    if (suggestedUrl === undefined) return found;
    return { ...found, message: `${found.message} ${nearby(input.url, suggestedUrl)}`, suggestedUrl };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return result(error.code === "INVALID_INPUT" ? "refused" : "unreachable", error.message);
  }
}

const misplaced = new Set<ProbeKind>(["exporter", "grafana", "alertmanager", "web_page", "other"]);

/** The usual places of a Prometheus on the host that was given; asked without the datasource's credentials. */
async function findPrometheusNearby({ url, signal, timeoutMs }: ProbeInput): Promise<string | undefined> {
  const given = new URL(url);
  const atPort = new URL(given.origin);
  atPort.port = "9090";
  const places = [given.origin, atPort.origin, `${given.origin}/prometheus`].filter(
    (place) => place !== url.replace(/\/+$/, ""),
  );
  const answers = await Promise.all(
    places.map(async (place) => {
      try {
        await assertUpstreamUrl(place, upstreamAllowlist());
        const asked = { url: place, signal, timeoutMs: Math.min(1_000, timeoutMs ?? 1_000) };
        const { status, text } = await get(asked, "/api/v1/query", [["query", "vector(1)"]]);
        return status === 200 && checkAnswer("query", parseLoosely(text)) !== null;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return false;
      }
    }),
  );
  return places.find((_, index) => answers[index]);
}

/** In words, since the address itself is told to administrators only. */
function nearby(given: string, found: string): string {
  const { pathname, port } = new URL(found);
  if (pathname !== "/") return `A Prometheus answers there below ${pathname}.`;
  return new URL(given).port === port
    ? "A Prometheus answers at the same address without the path."
    : `A Prometheus answers on the same host at port ${port}.`;
}

async function foundPrometheus(input: ProbeInput): Promise<ProbeResult> {
  const answer = await get(input, "/api/v1/status/buildinfo", []).catch(() => null);
  const data = checkAnswer("buildinfo", parseLoosely(answer?.text ?? ""))?.data;
  const version = isJsonObject(data) && typeof data.version === "string" ? data.version : null;
  return {
    kind: "prometheus",
    ok: true,
    version,
    message: `Prometheus answers${version ? `, version ${version}` : ""}.`,
  };
}

async function lookCloser(input: ProbeInput, answer: UpstreamAnswer): Promise<ProbeResult> {
  const { status } = answer;
  if (status === 401 || status === 403) {
    // A Grafana says what it is to everybody, and its pages to nobody.
    if (isGrafana(await find(input, "/api/health"))) return grafana();
    return result(
      "unauthorized",
      "The server asks for credentials, or refuses the given ones. Set them as headers.",
    );
  }
  const waiting = notReady(status);
  if (waiting) return result("not_ready", waiting);
  if (status >= 300 && status < 400) {
    return result("redirect", "The URL redirects to another address. Enter the address that it leads to.");
  }
  const api = /\/(api|graph|query|targets|classic)(\/|$)/.exec(new URL(input.url).pathname);
  if (api)
    return result(
      "other",
      "Enter the address of the Prometheus server alone, without a path such as /graph or /api/v1.",
    );
  const page = await get(input, "", []).catch(() => null);
  if (page && isMetricsPage(page)) return exporter();
  if (isGrafana(await find(input, "/api/health"))) return grafana();
  if (isAlertmanager(await find(input, "/api/v2/status"))) {
    return result(
      "alertmanager",
      "This is an Alertmanager. Prometheus usually listens on port 9090 instead of 9093.",
    );
  }
  const metrics = await get(input, "/metrics", []).catch(() => null);
  if (metrics && isMetricsPage(metrics)) return exporter();
  if (/^\s*<(!doctype|html|svg|\?xml)/i.test(page?.text ?? answer.text)) {
    return result(
      "web_page",
      "The server answers with a web page, not with the Prometheus API. Check host, port and path.",
    );
  }
  return result(
    "other",
    `The server is no Prometheus: it answers the query API with status ${status}. Check host, port and path.`,
  );
}

function grafana(): ProbeResult {
  return result(
    "grafana",
    "This is a Grafana. Enter the address of the Prometheus server that Grafana reads, often port 9090.",
  );
}

function exporter(): ProbeResult {
  return result(
    "exporter",
    "This is the /metrics page of a service, not a Prometheus server. Prometheus collects from such pages: " +
      "enter the address of the Prometheus server that scrapes it, often port 9090.",
  );
}

function isMetricsPage({ status, text, contentType }: UpstreamAnswer): boolean {
  if (status !== 200 || contentType.includes("html")) return false;
  return (
    /^# (HELP|TYPE) \S+/m.test(text.slice(0, 20_000)) ||
    /^[a-zA-Z_:][\w:]*(\{[^}\n]*\})? [-+0-9.eEinfNa]+$/m.test(text.slice(0, 2_000))
  );
}

function isGrafana(answer: unknown): boolean {
  return isJsonObject(answer) && "database" in answer && ("version" in answer || "commit" in answer);
}

function isAlertmanager(answer: unknown): boolean {
  return isJsonObject(answer) && "cluster" in answer && "versionInfo" in answer;
}

async function find(input: ProbeInput, path: string): Promise<unknown> {
  return parseLoosely((await get(input, path, []).catch(() => null))?.text ?? "");
}

function get(
  { url, headers = {}, signal, timeoutMs = 5_000 }: ProbeInput,
  path: string,
  form: [string, string][],
): Promise<UpstreamAnswer> {
  return askUpstream({
    datasource: { url, headers },
    path,
    method: "GET",
    form,
    timeoutMs,
    signal,
    maxBytes: 2_000_000,
  });
}

function result(kind: ProbeKind, message: string): ProbeResult {
  return { kind, ok: false, message, version: null };
}
