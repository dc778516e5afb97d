import type { Transformer, Transformers } from "./transformer";

/** By Grafana's ids. Few panels transform, so that each comes when a panel asks for it. */
const loaders: Record<string, () => Promise<Transformer>> = {
  calculateField: async () => (await import("./calculate-field")).calculateField,
  concatenate: async () => (await import("./concatenate")).concatenate,
  configFromData: async () => (await import("./config-from-data")).configFromData,
  convertFieldType: async () => (await import("./convert-field-type")).convertFieldType,
  extractFields: async () => (await import("./extract-fields")).extractFields,
  filterByRefId: async () => (await import("./filter-fields")).filterByRefId,
  filterByValue: async () => (await import("./filter-by-value")).filterByValue,
  filterFieldsByName: async () => (await import("./filter-fields")).filterFieldsByName,
  formatTime: async () => (await import("./format-time")).formatTime,
  groupBy: async () => (await import("./group-by")).groupBy,
  groupToNestedTable: async () => (await import("./group-to-nested-table")).groupToNestedTable,
  groupingToMatrix: async () => (await import("./grouping-to-matrix")).groupingToMatrix,
  histogram: async () => (await import("./histogram")).histogram,
  joinByField: async () => (await import("./join-by-field")).joinByField,
  joinByLabels: async () => (await import("./join-by-labels")).joinByLabels,
  labelsToFields: async () => (await import("./labels-to-fields")).labelsToFields,
  limit: async () => (await import("./limit")).limit,
  merge: async () => (await import("./merge")).merge,
  organize: async () => (await import("./organize")).organize,
  partitionByValues: async () => (await import("./partition-by-values")).partitionByValues,
  prepareTimeSeries: async () => (await import("./prepare-time-series")).prepareTimeSeries,
  reduce: async () => (await import("./reduce")).reduce,
  renameByRegex: async () => (await import("./rename-by-regex")).renameByRegex,
  rowsToFields: async () => (await import("./rows-to-fields")).rowsToFields,
  seriesToColumns: async () => (await import("./join-by-field")).joinByField,
  seriesToRows: async () => (await import("./series-to-rows")).seriesToRows,
  sortBy: async () => (await import("./sort-by")).sortBy,
  transpose: async () => (await import("./transpose")).transpose,
  timeSeriesTable: async () => (await import("./time-series-table")).timeSeriesTable,
};

export function isTransformation(id: string): boolean {
  return Object.hasOwn(loaders, id);
}

export const transformationIds: readonly string[] = Object.keys(loaders);

/** Those of these ids that are known, ready to run. */
export async function loadTransformers(ids: Iterable<string>): Promise<Transformers> {
  const wanted = [...new Set(ids)].filter(isTransformation);
  const loaded = await Promise.all(wanted.map(async (id) => [id, await loaders[id]?.()] as const));
  return Object.fromEntries(
    loaded.flatMap(([id, transform]) => (transform ? [[id, transform] as const] : [])),
  );
}
