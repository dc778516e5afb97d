import { choices } from "../options/option-field";
import { calculations } from "../options/shared-options";
import type { TransformationField } from "./transformation-field";

const operators = ["+", "-", "*", "/", "**"].map((value) => ({ value, label: value }));

/** The settings of each way to calculate. */
const modes: Record<string, TransformationField[]> = {
  reduceRow: [
    { label: "Fields", input: "fields", path: ["reduce", "include"] },
    {
      label: "Calculation",
      input: "choice",
      path: ["reduce", "reducer"],
      fallback: "sum",
      choices: calculations,
    },
  ],
  binary: [
    { label: "Left: field or number", input: "field", path: ["binary", "left"] },
    { label: "Operator", input: "choice", path: ["binary", "operator"], fallback: "+", choices: operators },
    { label: "Right: field or number", input: "field", path: ["binary", "right"] },
  ],
  unary: [
    {
      label: "Function",
      input: "choice",
      path: ["unary", "operator"],
      fallback: "abs",
      choices: choices(
        ["abs", "Absolute value"],
        ["exp", "Exponential"],
        ["ln", "Natural logarithm"],
        ["floor", "Round down"],
        ["ceil", "Round up"],
        ["round", "Round"],
        ["percent", "Share of the sum"],
      ),
    },
    { label: "Field", input: "field", path: ["unary", "fieldName"] },
  ],
  cumulativeFunctions: [
    { label: "Field", input: "field", path: ["cumulative", "field"] },
    {
      label: "Calculation",
      input: "choice",
      path: ["cumulative", "reducer"],
      fallback: "sum",
      choices: choices(["sum", "Total"], ["mean", "Mean"]),
    },
  ],
  windowFunctions: [
    { label: "Field", input: "field", path: ["window", "field"] },
    {
      label: "Calculation",
      input: "choice",
      path: ["window", "reducer"],
      fallback: "mean",
      choices: choices(["mean", "Mean"], ["stdDev", "Standard deviation"], ["variance", "Variance"]),
    },
    {
      label: "Window",
      input: "choice",
      path: ["window", "windowSizeMode"],
      fallback: "percentage",
      choices: choices(["percentage", "Share of the rows"], ["fixed", "Number of rows"]),
    },
    { label: "Size of the window", input: "number", path: ["window", "windowSize"], fallback: 0.1, min: 0 },
  ],
  index: [{ label: "As a share of all rows", input: "switch", path: ["index", "asPercentile"] }],
};

/** The settings of a calculated field. */
export const calculateFields: TransformationField[] = [
  {
    label: "Mode",
    input: "choice",
    path: ["mode"],
    fallback: "reduceRow",
    choices: choices(
      ["reduceRow", "Reduce row"],
      ["binary", "Two fields or a number"],
      ["unary", "One field"],
      ["cumulativeFunctions", "Running total"],
      ["windowFunctions", "Moving window"],
      ["index", "Row number"],
    ),
    whenChosen: modes,
  },
  { label: "Name of the result", input: "line", path: ["alias"] },
  { label: "Leave out all other fields", input: "switch", path: ["replaceFields"] },
];
