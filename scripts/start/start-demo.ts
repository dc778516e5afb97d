import {
  backfillHistory,
  type DemoContext,
  startAlertmanager,
  startExporters,
  startPrometheus,
} from "./monitoring.ts";
import { note, step } from "./progress.ts";
import { findPrometheusTools } from "./tools.ts";

/** Exporters, history, Alertmanager and Prometheus of the demo; answers Prometheus' URL, undefined where none can be had. */
export async function startDemo(context: DemoContext): Promise<string | undefined> {
  const exporterPort = await step("Exporters of five systems started", () => startExporters(context));
  const tools = await step(
    "Prometheus found",
    () => findPrometheusTools(context.root, context.dataDir),
    (found) => (found ? "Prometheus found" : "No Prometheus to be had"),
  );
  if (!tools) {
    note(
      "Panels stay empty: install prometheus (apt-get install prometheus), or set PROMETHEUS_URL, and start again.",
    );
    return undefined;
  }
  await step(
    "History",
    () => backfillHistory(context, exporterPort, tools.promtool),
    (made) => (made ? "Hours of history written" : "History kept"),
  );
  const { prometheus: tool, alertmanager } = tools;
  const alertmanagerPort = alertmanager
    ? await step("Alertmanager started", () => startAlertmanager(context, exporterPort, alertmanager))
    : undefined;
  return step("Prometheus started", () => startPrometheus(context, { tool, exporterPort, alertmanagerPort }));
}
