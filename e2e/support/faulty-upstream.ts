import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Labels = Record<string, string>;
type Points = [number, string][];
interface Range {
  start: number;
  end: number;
  step: number;
  isInstant: boolean;
}

/** What each metric of this upstream does; every other metric has no series. */
const faults: Record<string, (response: ServerResponse, range: Range) => void> = {
  refused: (response) =>
    sendError(response, 422, "execution", "found duplicate series on the left: many-to-many"),
  unreadable: (response) => sendError(response, 400, "bad_data", "1:8: parse error: unexpected <op:*>"),
  slow: (response) => sendError(response, 503, "timeout", "query timed out in expression evaluation"),
  broken: (response) => response.end('{"status":"success","data":{"resultType":"matrix","result":[{"metr'),
  page: (response) =>
    response.writeHead(502, { "content-type": "text/html" }).end("<html><h1>Bad gateway</h1>"),
  hung: (response) => response.destroy(),
  many: (response, range) => sendMany(response, range),
  gaps: (response, range) =>
    sendSeries(response, range, [
      [
        { name: "gaps" },
        line(range, (at) => (at % 9 < 4 ? `${at % 7}` : "")).filter(([, value]) => value !== ""),
      ],
    ]),
  lonely: (response, range) =>
    sendSeries(response, range, [
      [{ name: "lonely" }, line(range, () => "7").filter(([at]) => at % 900 < range.step)],
    ]),
  odd: (response, range) =>
    sendSeries(
      response,
      range,
      ["NaN", "+Inf", "-Inf", "1e308", "-1e308", "5e-324"].map((value) => [
        { name: value },
        line(range, (at) => (at % 3 === 0 ? value : `${at}`)),
      ]),
    ),
  infinite: (response, range) =>
    sendSeries(response, range, [
      [{ name: "up" }, line(range, () => "+Inf")],
      [{ name: "down" }, line(range, () => "-Inf")],
    ]),
  nothing_but_nan: (response, range) =>
    sendSeries(response, range, [[{ name: "nan" }, line(range, () => "NaN")]]),
  huge: (response, range) =>
    sendSeries(response, range, [[{ name: "huge" }, line(range, (at) => `${at % 2 ? "" : "-"}1.7e308`)]]),
  negative: (response, range) =>
    sendSeries(response, range, [[{ name: "negative" }, line(range, (at) => `${-1 - (at % 5)}`)]]),
  twins: (response, range) =>
    sendSeries(response, range, [
      [{ name: "twin", n: "1" }, line(range, () => "1")],
      [{ name: "twin", n: "2" }, line(range, () => "2")],
    ]),
  names: (response, range) =>
    sendSeries(
      response,
      range,
      names.map((name, index) => [{ name }, line(range, () => `${index}`)]),
    ),
  falling_bucket: (response, range) =>
    sendSeries(
      response,
      range,
      ["0.1", "0.5", "1", "nonsense"].map((le, index) => [
        { le },
        line(range, () => `${[9, 4, 20, 3][index]}`),
      ]),
    ),
  unordered: (response, range) =>
    sendSeries(response, range, [[{ name: "unordered" }, line(range, (at) => `${at % 10}`).reverse()]]),
};

const names = [
  `<img src=x onerror="window.ran='name'"><b>bold</b>`,
  "مرحبا بالعالم مرحبا",
  "\u202eright to left override\u202c",
  "👩‍👩‍👧‍👦🏳️‍🌈 emoji",
  `very-long-${"name-".repeat(120)}end`,
  "line\nbreak\tand tab",
  "${__field.name} $name [[name]] {{name}}",
  "",
];

function line({ start, end, step }: Range, value: (at: number) => string): Points {
  const count = Math.min(11_000, Math.floor((end - start) / step) + 1);
  const first = Math.round(start / step);
  return Array.from({ length: count }, (_, at) => [start + at * step, value(first + at)]);
}

let manySeries = { key: "", body: Buffer.of() };

/** Made once a range: whoever asks beside it should not have to wait for it. */
function sendMany(response: ServerResponse, range: Range): void {
  const key = JSON.stringify(range);
  if (manySeries.key !== key) {
    const times = line(range, () => "0").map(([at]) => at);
    const result = Array.from({ length: 10_000 }, (_, index) => {
      const values = times.map((at) => `[${at},"${index}"]`).join();
      return `{"metric":{"name":"pod-${index}"},${range.isInstant ? `"value":[${times[0]},"${index}"]` : `"values":[${values}]`}}`;
    });
    const type = range.isInstant ? "vector" : "matrix";
    manySeries = {
      key,
      body: Buffer.from(`{"status":"success","data":{"resultType":"${type}","result":[${result.join()}]}}`),
    };
  }
  response.writeHead(200, { "content-type": "application/json" }).end(manySeries.body);
}

function sendError(response: ServerResponse, status: number, errorType: string, error: string): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ status: "error", errorType, error }));
}

function sendSeries(response: ServerResponse, { isInstant }: Range, series: [Labels, Points][]): void {
  const result = series.map(([metric, values]) =>
    isInstant ? { metric, value: values.at(-1) } : { metric, values },
  );
  sendData(response, { resultType: isInstant ? "vector" : "matrix", result });
}

function sendData(response: ServerResponse, data: unknown): void {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ status: "success", data }));
}

/** What a sound Prometheus says besides, so that whoever looks for a cause finds this one. */
function sendOther(response: ServerResponse, endpoint: string, query: string): void {
  const vector = /^vector\(/.test(query) ? [{ metric: {}, value: [0, "1"] }] : [];
  const answers: Record<string, unknown> = {
    query: { resultType: "vector", result: vector },
    query_range: { resultType: "matrix", result: [] },
    series: [{ __name__: "gaps", name: "gaps" }],
    values: Object.keys(faults),
    buildinfo: { version: "2.53.0" },
    metadata: {},
  };
  sendData(response, answers[endpoint] ?? []);
}

/** A Prometheus that answers each metric with another fault. */
export async function startFaultyUpstream(): Promise<{ url: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { pathname, searchParams } = new URL(request.url ?? "", "http://upstream");
    const asked = request.method === "POST" ? new URLSearchParams(body) : searchParams;
    const endpoint = pathname.split("/").at(-1) ?? "";
    const query = asked.get("query") ?? "";
    const fault = endpoint.startsWith("query") ? faultOf(query) : undefined;
    if (fault) fault(response, rangeOf(asked));
    else sendOther(response, endpoint, query);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function faultOf(query: string) {
  const name = query.match(/[a-z_]+/g)?.find((word) => Object.hasOwn(faults, word));
  return name === undefined ? undefined : faults[name];
}

function rangeOf(asked: URLSearchParams): Range {
  const at = (name: string) => seconds(asked.get(name) ?? asked.get("time"));
  return {
    start: at("start"),
    end: at("end"),
    step: Number(asked.get("step")) || 1,
    isInstant: asked.has("time"),
  };
}

function seconds(text: string | null): number {
  const number = Number(text);
  return Number.isNaN(number) ? Date.parse(text ?? "") / 1_000 : number;
}
