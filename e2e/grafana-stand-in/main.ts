import { startGrafanaStandIn } from "./start-grafana-stand-in.ts";

// node e2e/grafana-stand-in/main.ts [port] [prometheus url] [version]
const [port = "0", prometheusUrl = "http://127.0.0.1:9090", version] = process.argv.slice(2);
const standIn = await startGrafanaStandIn({
  port: Number(port),
  version,
  datasources: [{ uid: "prometheus", name: "Prometheus", url: prometheusUrl, isDefault: true }],
});
console.log(JSON.stringify({ url: standIn.url, tokens: standIn.tokens }));
process.once("SIGINT", () => void standIn.close());
process.once("SIGTERM", () => void standIn.close());
