import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { drawsStacksAndThresholds } from "./grafana-version";
import { allPanels } from "./to-grafana-dashboard";

/** What an old Grafana leaves out of a dashboard's charts, in words; undefined where it draws all. */
export function noteOldGrafana(document: JsonObject, version: string | null): string | undefined {
  if (drawsStacksAndThresholds(version)) return undefined;
  const charts = allPanels(document).filter(({ type }) => type === "timeseries");
  const stacked = charts.filter((panel) => modesAt(panel, "stacking").some((mode) => mode !== "none"));
  const lined = charts.filter((panel) => modesAt(panel, "thresholdsStyle").some((mode) => mode !== "off"));
  const parts = [
    ...(stacked.length > 0 ? [`does not stack series (${titles(stacked)})`] : []),
    ...(lined.length > 0 ? [`draws no threshold lines (${titles(lined)})`] : []),
  ];
  if (parts.length === 0) return undefined;
  return `Grafana ${version} ${parts.join(" and ")}. Queries, values and the stored dashboard stay the same; 8.0 and later draw it all.`;
}

const titles = (panels: JsonObject[]) => panels.map(({ title }) => `“${String(title ?? "")}”`).join(", ");

/** The `mode` of a custom setting: of all fields, and of those that overrides name. */
function modesAt(panel: JsonObject, setting: string): string[] {
  const config = objectAt(panel.fieldConfig);
  const overrides = Array.isArray(config.overrides) ? config.overrides.filter(isJsonObject) : [];
  const properties = overrides.flatMap((one) => (Array.isArray(one.properties) ? one.properties : []));
  const values = properties.flatMap((one) =>
    isJsonObject(one) && one.id === `custom.${setting}` ? [one.value] : [],
  );
  const own = objectAt(objectAt(config.defaults).custom)[setting];
  return [own, ...values].flatMap((value) => {
    const { mode } = objectAt(value);
    return typeof mode === "string" ? [mode] : [];
  });
}

const objectAt = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
