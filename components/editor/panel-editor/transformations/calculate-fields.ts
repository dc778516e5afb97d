import { choices } from "../options/option-field";
import { calculations } from "../options/shared-options";
import type { TransformationField } from "./transformation-field";

const mode = (...is: string[]) => ({ path: ["mode"], is, otherwise: "reduceRow" });
const operators = ["+", "-", "*", "/", "**"].map((value) => ({ value, label: value }));

/** The settings of a calculated field; each mode has its own. */
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
  },
  { label: "Fields", input: "fields", path: ["reduce", "include"], when: mode("reduceRow") },
  {
    label: "Calculation",
    input: "choice",
    path: ["reduce", "reducer"],
    fallback: "sum",
    choices: calculations,
    when: mode("reduceRow"),
  },
  { label: "Left: field or number", input: "field", path: ["binary", "left"], when: mode("binary") },
  {
    label: "Operator",
    input: "choice",
    path: ["binary", "operator"],
    fallback: "+",
    choices: operators,
    when: mode("binary"),
  },
  { label: "Right: field or number", input: "field", path: ["binary", "right"], when: mode("binary") },
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
    when: mode("unary"),
  },
  { label: "Field", input: "field", path: ["unary", "fieldName"], when: mode("unary") },
  { label: "Field", input: "field", path: ["cumulative", "field"], when: mode("cumulativeFunctions") },
  {
    label: "Calculation",
    input: "choice",
    path: ["cumulative", "reducer"],
    fallback: "sum",
    choices: choices(["sum", "Total"], ["mean", "Mean"]),
    when: mode("cumulativeFunctions"),
  },
  { label: "Field", input: "field", path: ["window", "field"], when: mode("windowFunctions") },
  {
    label: "Calculation",
    input: "choice",
    path: ["window", "reducer"],
    fallback: "mean",
    choices: choices(["mean", "Mean"], ["stdDev", "Standard deviation"], ["variance", "Variance"]),
    when: mode("windowFunctions"),
  },
  {
    label: "Window",
    input: "choice",
    path: ["window", "windowSizeMode"],
    fallback: "percentage",
    choices: choices(["percentage", "Share of the rows"], ["fixed", "Number of rows"]),
    when: mode("windowFunctions"),
  },
  {
    label: "Size of the window",
    input: "number",
    path: ["window", "windowSize"],
    fallback: 0.1,
    min: 0,
    when: mode("windowFunctions"),
  },
  { label: "As a share of all rows", input: "switch", path: ["index", "asPercentile"], when: mode("index") },
  { label: "Name of the result", input: "line", path: ["alias"] },
  { label: "Leave out all other fields", input: "switch", path: ["replaceFields"] },
];
