// An upstream in a thread of its own, so that making its answers holds up nobody but itself.
import { createServer } from "node:http";
import { parentPort } from "node:worker_threads";

const size = 19_000_000;
const list = (item, bytes) => {
  const items = [];
  for (let length = 0, index = 0; length < bytes; index += 1) {
    const text = JSON.stringify(item(index));
    items.push(text);
    length += text.length + 1;
  }
  return items.join(",");
};
const labels = (index) => ({
  __name__: "x",
  instance: `10.0.0.${index}:9100`,
  job: "node",
  index: String(index),
});
const points = (index) => Array.from({ length: 1_000 }, (_, at) => [at * 60, String((at * index) / 7)]);
const rule = (index) => ({
  name: `rule ${index}`,
  query: `sum(rate(x{tenant_id="t0",i="${index}"}[5m]))`,
  labels: { tenant_id: index % 2 ? "t0" : "t1" },
  alerts: [],
  type: "alerting",
});

const bodies = {
  matrix: () =>
    `{"status":"success","data":{"resultType":"matrix","result":[${list((i) => ({ metric: labels(i), values: points(i) }), size)}]}}`,
  series: () => `{"status":"success","data":[${list(labels, size)}]}`,
  values: () => `{"status":"success","data":[${list((i) => `value-${i}`, size)}]}`,
  rules: () =>
    `{"status":"success","data":{"groups":[${list((i) => ({ name: `g${i}`, file: "f", rules: Array.from({ length: 50 }, (_, at) => rule(i * 50 + at)) }), 15_000_000)}]}}`,
  metadata: () =>
    `{"status":"success","data":{${Array.from({ length: 150_000 }, (_, i) => `"metric_${i}":[{"type":"gauge","help":"What it is about","unit":""}]`).join(",")}}}`,
  alerts: () =>
    `{"status":"success","data":{"alerts":[${list((i) => ({ labels: { tenant_id: i % 2 ? "t0" : "t1", i: String(i) }, state: "firing", annotations: { summary: "What it is about" }, activeAt: "2026-01-01T00:00:00Z", value: "1" }), 15_000_000)}]}}`,
  vector: () =>
    `{"status":"success","data":{"resultType":"vector","result":[${list((i) => ({ metric: labels(i), value: [60_000, String(i / 7)] }), 6_500_000)}]}}`,
  exemplars: () =>
    `{"status":"success","data":[${list((i) => ({ seriesLabels: labels(i), exemplars: Array.from({ length: 20 }, (_, at) => ({ labels: { trace_id: `t${i}-${at}` }, value: "1", timestamp: at })) }), 15_000_000)}]}`,
  tree: () => {
    const leaf = () => ({
      type: "vectorSelector",
      name: "up",
      matchers: [{ name: "tenant_id", type: "=", value: "t0" }],
    });
    return `{"status":"success","data":{"type":"call","args":[${list(leaf, 2_500_000)}]}}`;
  },
  page: () =>
    `{"status":"success","data":{"resultType":"matrix","result":[${list((i) => ({ metric: labels(i), values: points(i) }), 200_000)}]}}`,
  nothing: () => '{"status":"success","data":{"resultType":"matrix","result":[]}}',
  text: () => '{"status":"success","data":"up"}',
  metrics: () =>
    `{"status":"success","data":[${Array.from({ length: 50_000 }, (_, i) => `"metric_${i}"`).join(",")}]}`,
  brackets: () => "[".repeat(size),
  string: () => `{"status":"success","data":"${"x".repeat(size)}"}`,
  html: () => `<!doctype html><p>${"x".repeat(size)}`,
  half: () =>
    `{"status":"success","data":{"resultType":"vector","result":[${list((i) => ({ metric: labels(i), value: [0, "1"] }), size / 2)}`,
  empty: () => '{"status":"success","data":{"resultType":"vector","result":[]}}',
};
const made = new Map();

const server = createServer((request, response) => {
  const place = request.url.split("/")[1];
  request.resume();
  response.setHeader("content-type", "application/json");
  if (place === "endless") {
    const chunk = Buffer.alloc(1_000_000, 32);
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", more);
    return more();
  }
  // What the tenant has of the metrics is asked beside the metadata.
  const name = request.url.includes("/values") && place === "metadata" ? "metrics" : place;
  if (!made.has(name)) made.set(name, Buffer.from(bodies[name]()));
  response.end(made.get(name));
});
server.listen(0, "127.0.0.1", () =>
  parentPort.postMessage({ port: server.address().port, places: [...Object.keys(bodies), "endless"] }),
);
