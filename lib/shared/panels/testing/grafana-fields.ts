import { readThresholds } from "@/lib/shared/dashboards/read-thresholds";
import type { ReadMapping, ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";
import { withTypeDefaults } from "@/lib/shared/panels/fields/field-defaults";
import { grafanaData } from "./grafana-data";

const { applyFieldOverrides, createTheme, Registry, standardFieldConfigEditorRegistry, toDataFrame } =
  grafanaData;
type GrafanaFrame = ReturnType<typeof toDataFrame>;

const properties = [
  ...["unit", "decimals", "min", "max", "displayName", "noValue", "color", "thresholds", "mappings", "links"],
  ...["fieldMinMax", "filterable"],
].map((id) => ({ id, path: id, name: id, process: (value: unknown) => value, shouldApply: () => true }));
// Overrides need only what is above of its entries; the rest of them is about editors.
standardFieldConfigEditorRegistry.setInit(() => properties as never);

export const grafanaTheme = createTheme({ colors: { mode: "dark" } });

/** Frames as Grafana's own library knows them. */
export function toGrafanaFrames(frames: DataFrame[]): GrafanaFrame[] {
  return frames.map(({ refId, name, fields }) =>
    toDataFrame({
      refId,
      name,
      fields: fields.map(({ name: field, type, values, labels, legendName, options }) => ({
        name: field,
        type,
        values,
        labels,
        config: {
          ...(legendName === undefined ? {} : { displayNameFromDS: legendName }),
          ...(options.displayName ? { displayName: options.displayName } : {}),
        },
      })),
    }),
  );
}

/** What Grafana makes of a panel's field settings (all but links and those of the panel type). */
export function grafanaFields(frames: GrafanaFrame[], panel: ReadPanel): GrafanaFrame[] {
  return applyFieldOverrides({
    data: frames,
    fieldConfig: grafanaFieldConfig(panel),
    replaceVariables: (text) => text,
    theme: grafanaTheme,
    timeZone: "utc",
  });
}

/** The settings of the panel type that overrides give to each field. */
export function grafanaCustomSettings(frames: GrafanaFrame[], { fieldConfig }: ReadPanel): unknown[][] {
  const { overrides } = fieldConfig;
  const ids = overrides.flatMap(({ properties: set }) => set.map(({ id }) => id));
  const custom = [...new Set(ids)].filter((id) => id.startsWith("custom."));
  const entries = custom.map((id) => ({
    id,
    path: id.slice("custom.".length),
    name: id,
    isCustom: true,
    process: (value: unknown) => value,
    shouldApply: () => true,
  }));
  const fields = applyFieldOverrides({
    data: frames,
    fieldConfig: { defaults: {}, overrides } as never,
    fieldConfigRegistry: new Registry(() => [...properties, ...entries] as never) as never,
    replaceVariables: (text) => text,
    theme: grafanaTheme,
    timeZone: "utc",
  });
  return fields.map((frame) => frame.fields.map(({ config }) => config.custom ?? {}));
}

export function grafanaFieldConfig(panel: ReadPanel): never {
  const {
    custom: _custom,
    links: _links,
    mappings,
    ...defaults
  } = withTypeDefaults(panel.fieldConfig.defaults, panel.type);
  const overrides = panel.fieldConfig.overrides.map(({ matcher, properties: set }) => ({
    matcher,
    properties: set.filter(({ id }) => id !== "links" && !id.startsWith("custom.")).map(withLowestStep),
  }));
  // Both sides know the same settings under differing types.
  return {
    defaults: { ...defaults, links: [], mappings: mappings?.map(toGrafanaMapping) },
    overrides,
  } as never;
}

/** Grafana mends thresholds (the lowest step's null, the order) when a dashboard is loaded. */
function withLowestStep({ id, value }: { id: string; value?: unknown }): { id: string; value?: unknown } {
  return id === "thresholds" && value ? { id, value: readThresholds(value) } : { id, value };
}

function toGrafanaMapping(mapping: ReadMapping): object {
  const { type, ...options } = mapping;
  return { type, options: "options" in options ? options.options : options };
}
