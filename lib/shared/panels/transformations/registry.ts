import { calculateField } from "./calculate-field";
import { concatenate } from "./concatenate";
import { configFromData } from "./config-from-data";
import { convertFieldType } from "./convert-field-type";
import { extractFields } from "./extract-fields";
import { filterByValue } from "./filter-by-value";
import { filterByRefId, filterFieldsByName } from "./filter-fields";
import { formatTime } from "./format-time";
import { groupBy } from "./group-by";
import { groupingToMatrix } from "./grouping-to-matrix";
import { joinByField } from "./join-by-field";
import { joinByLabels } from "./join-by-labels";
import { labelsToFields } from "./labels-to-fields";
import { limit } from "./limit";
import { merge } from "./merge";
import { organize } from "./organize";
import { partitionByValues } from "./partition-by-values";
import { prepareTimeSeries } from "./prepare-time-series";
import { reduce } from "./reduce";
import { renameByRegex } from "./rename-by-regex";
import { rowsToFields } from "./rows-to-fields";
import { seriesToRows } from "./series-to-rows";
import { sortBy } from "./sort-by";
import { timeSeriesTable } from "./time-series-table";
import type { Transformer } from "./transformer";

/** By Grafana's ids. */
export const transformers: Record<string, Transformer> = {
  calculateField,
  concatenate,
  configFromData,
  convertFieldType,
  extractFields,
  filterByRefId,
  filterByValue,
  filterFieldsByName,
  formatTime,
  groupBy,
  groupingToMatrix,
  joinByField,
  joinByLabels,
  labelsToFields,
  limit,
  merge,
  organize,
  partitionByValues,
  prepareTimeSeries,
  reduce,
  renameByRegex,
  rowsToFields,
  seriesToColumns: joinByField,
  seriesToRows,
  sortBy,
  timeSeriesTable,
};
