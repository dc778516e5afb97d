import { regexProblem } from "@/lib/shared/panels/regex-problem";
import { choices } from "../options/option-field";
import { calculations } from "../options/shared-options";
import { calculateFields } from "./calculate-fields";
import type { TransformationField } from "./transformation-field";

export interface TransformationKind {
  label: string;
  about: string;
  /** Those with a form of their own have none. */
  fields?: TransformationField[];
}

/** Names of queries are a regex only between slashes. */
const refIdProblem = (text: string) => (text.startsWith("/") ? regexProblem(text) : null);

/** What can be added, by Grafana's ids; those without an entry are edited as JSON. */
export const transformationKinds: Record<string, TransformationKind> = {
  organize: { label: "Organize fields", about: "Hide, order and rename columns." },
  reduce: {
    label: "Reduce",
    about: "One row a series, with calculations such as last, max or mean.",
    fields: [
      { label: "Calculations", input: "several", path: ["reducers"], choices: calculations },
      {
        label: "Result",
        input: "choice",
        path: ["mode"],
        fallback: "seriesToRows",
        choices: choices(["seriesToRows", "A row a series"], ["reduceFields", "One value a field"]),
        whenChosen: {
          seriesToRows: [{ label: "Labels as columns", input: "switch", path: ["labelsToFields"] }],
        },
      },
    ],
  },
  merge: { label: "Merge", about: "One table of all queries; rows that agree become one.", fields: [] },
  joinByField: {
    label: "Join by field",
    about: "Queries side by side, by equal values of one field, such as the time.",
    fields: [
      { label: "Field", input: "field", path: ["byField"] },
      {
        label: "Keep",
        input: "choice",
        path: ["mode"],
        fallback: "outer",
        choices: choices(
          ["outer", "All rows"],
          ["outerTabular", "All rows of tables"],
          ["inner", "Rows that all have"],
        ),
      },
    ],
  },
  filterFieldsByName: {
    label: "Filter fields by name",
    about: "Keep only the columns that are named or fit a regex.",
    fields: [
      { label: "Keep fields", input: "fields", path: ["include", "names"] },
      { label: "Keep fields by regex", input: "line", path: ["include", "pattern"], problem: regexProblem },
      { label: "Leave out fields", input: "fields", path: ["exclude", "names"] },
    ],
  },
  filterByValue: { label: "Filter rows by value", about: "Keep or leave out rows by what they hold." },
  filterByRefId: {
    label: "Filter by query",
    about: "Keep the answers of some queries only.",
    fields: [{ label: "Keep queries, parted by |", input: "line", path: ["include"], problem: refIdProblem }],
  },
  groupBy: { label: "Group by", about: "A row for each value of a column, with calculations of the others." },
  calculateField: {
    label: "Add a calculated field",
    about: "A new column out of the others: a sum, a ratio, a moving mean.",
    fields: calculateFields,
  },
  sortBy: {
    label: "Sort by",
    about: "Order the rows by one column.",
    fields: [
      { label: "Field", input: "field", path: ["sort", 0, "field"] },
      { label: "Descending", input: "switch", path: ["sort", 0, "desc"] },
    ],
  },
  renameByRegex: {
    label: "Rename by regex",
    about: "New names out of parts of the old ones.",
    fields: [
      { label: "Match", input: "line", path: ["regex"], problem: regexProblem },
      { label: "Replace with", input: "line", path: ["renamePattern"] },
    ],
  },
  limit: {
    label: "Limit",
    about: "The first rows only; with a number below zero the last.",
    fields: [{ label: "Rows", input: "number", path: ["limitField"], fallback: 10 }],
  },
  labelsToFields: {
    label: "Labels to fields",
    about: "Labels of series as columns of a table.",
    fields: [
      {
        label: "Labels become",
        input: "choice",
        path: ["mode"],
        fallback: "columns",
        choices: choices(["columns", "Columns"], ["rows", "Rows"]),
      },
      { label: "Labels, all where empty", input: "fields", path: ["keepLabels"] },
      { label: "Label that names the value", input: "line", path: ["valueLabel"] },
    ],
  },
  seriesToRows: {
    label: "Series to rows",
    about: "All series in one table of time, metric and value.",
    fields: [],
  },
  timeSeriesTable: {
    label: "Time series to table",
    about: "A row a series, with its line as a small picture.",
    fields: [],
  },
  groupingToMatrix: {
    label: "Grouping to matrix",
    about: "Values of one column as columns, of another as rows.",
    fields: [
      { label: "Columns", input: "field", path: ["columnField"] },
      { label: "Rows", input: "field", path: ["rowField"] },
      { label: "Cells", input: "field", path: ["valueField"] },
    ],
  },
  concatenate: {
    label: "Concatenate",
    about: "All fields of all queries in one table.",
    fields: [
      {
        label: "Names of queries",
        input: "choice",
        path: ["frameNameMode"],
        fallback: "field",
        choices: choices(["field", "In the field's name"], ["label", "As a label"], ["drop", "Left out"]),
      },
    ],
  },
  convertFieldType: { label: "Convert types", about: "Read a column as number, text, time or yes and no." },
  formatTime: {
    label: "Format time",
    about: "Times as text in a pattern.",
    fields: [
      { label: "Field", input: "field", path: ["timeField"] },
      { label: "Pattern", input: "line", path: ["outputFormat"] },
    ],
  },
  extractFields: {
    label: "Extract fields",
    about: "Columns out of texts that hold JSON or key=value pairs.",
    fields: [
      { label: "Field", input: "field", path: ["source"] },
      {
        label: "Form",
        input: "choice",
        path: ["format"],
        fallback: "auto",
        choices: choices(["auto", "Auto"], ["json", "JSON"], ["kvp", "Pairs"], ["regexp", "Regex"]),
        whenChosen: {
          regexp: [
            { label: "Regex with named groups", input: "line", path: ["regExp"], problem: regexProblem },
          ],
        },
      },
      { label: "Leave out all other fields", input: "switch", path: ["replace"] },
    ],
  },
  partitionByValues: {
    label: "Partition by values",
    about: "One series for each value of a column.",
    fields: [{ label: "Fields", input: "fields", path: ["fields"] }],
  },
  prepareTimeSeries: {
    label: "Prepare time series",
    about: "Series out of tables that hold times.",
    fields: [
      {
        label: "Form",
        input: "choice",
        path: ["format"],
        fallback: "wide",
        choices: choices(["wide", "One wide table"], ["multi", "One a series"], ["long", "One long table"]),
      },
    ],
  },
  histogram: {
    label: "Histogram",
    about: "How often values of which size occur.",
    fields: [
      { label: "Width of buckets", input: "number", path: ["bucketSize"], min: 0 },
      { label: "Offset of buckets", input: "number", path: ["bucketOffset"] },
    ],
  },
  transpose: { label: "Transpose", about: "Rows become columns.", fields: [] },
  joinByLabels: {
    label: "Join by labels",
    about: "A row for each set of labels, a column for each value of one label.",
    fields: [{ label: "Label whose values become columns", input: "line", path: ["value"] }],
  },
};
