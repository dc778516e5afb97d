import { readNumber, readObject, readString } from "@/lib/shared/dashboards/read-json";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";
import { allRows, fieldCalled } from "./frame-rows";

const binaryOperators: Record<string, (a: number, b: number) => number> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "**": (a, b) => a ** b,
};

const unaryOperators: Record<string, (a: number) => number> = {
  abs: Math.abs,
  exp: Math.exp,
  ln: Math.log,
  floor: Math.floor,
  ceil: Math.ceil,
  round: Math.round,
};

interface Calculation {
  name: string;
  values: (number | null)[];
}

/** Two fields, or a field and a number, row by row. */
export function binaryCalculation(frame: DataFrame, options: JsonObject): Calculation | null {
  const { left, right, operator } = readObject(options.binary);
  const sign = readString(operator) || "+";
  const operate = Object.hasOwn(binaryOperators, sign) ? binaryOperators[sign] : undefined;
  const [a, b] = [operand(frame, left), operand(frame, right)];
  if (!operate || !a || !b) return null;
  const values = allRows(frame).map((row) => {
    const [x, y] = [a.at(row), b.at(row)];
    return x === null || y === null ? null : operate(x, y);
  });
  return { name: `${a.name} ${sign} ${b.name}`, values };
}

export function unaryCalculation(frame: DataFrame, options: JsonObject): Calculation | null {
  const { operator, fieldName } = readObject(options.unary);
  const id = readString(operator) || "abs";
  const operate = Object.hasOwn(unaryOperators, id) ? unaryOperators[id] : undefined;
  const field = operand(frame, readString(fieldName));
  if (!operate || !field) return null;
  const values = allRows(frame).map((row) => {
    const value = field.at(row);
    return value === null ? null : operate(value);
  });
  return { name: `${id}(${field.name})`, values };
}

/** A field's name or a number, as text or wrapped as newer dashboards store it. */
function operand(
  frame: DataFrame,
  json: Json | undefined,
): { name: string; at: (row: number) => number | null } | null {
  const stored = isJsonObject(json) ? (readObject(json.matcher).options ?? json.fixed) : json;
  const name = readString(stored);
  const field = fieldCalled(frame, name);
  if (field) return { name, at: (row) => asNumber(field.values[row]) };
  const fixed = readNumber(name);
  return fixed === undefined ? null : { name, at: () => fixed };
}

function asNumber(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
