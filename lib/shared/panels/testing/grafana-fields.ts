import { readThresholds } from "@/lib/shared/dashboards/read-thresholds";
import type { ReadMapping, ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";
import { withTypeDefaults } from "@/lib/shared/panels/fields/field-defaults";
import { grafanaData } from "./grafana-data";

const { applyFieldOverrides, createTheme, standardFieldConfigEditorRegistry, toDataFrame } = grafanaData;
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
