import { readNumber, readObject, readString } from "@/lib/shared/dashboards/read-json";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import type { DataFrame, Field } from "@/lib/shared/panels/fields/data-frame";
import { allRows, fieldCalled } from "./frame-rows";

const binaryOperators: Record<string, (a: number, b: number) => number> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "**": (a, b) => a ** b,
};

const unaryOperators: Record<string, (a: number, total: number) => number> = {
  abs: Math.abs,
  exp: Math.exp,
  ln: Math.log,
  floor: Math.floor,
  ceil: Math.ceil,
  round: Math.round,
  percent: (a, total) => a / total,
};

interface Calculation {
  name: string;
  values: (number | null)[];
}

/** Two fields, or a field and a number, row by row. */
export function binaryCalculation(frame: DataFrame, options: JsonObject): Calculation | null {
  const { left, right, operator } = readObject(options.binary);
  return operated(readString(operator) || "+", operand(frame, left), operand(frame, right), frame);
}

interface Operand {
  name: string;
  at: (row: number) => number | null;
}

function operated(sign: string, a: Operand | null, b: Operand | null, frame: DataFrame): Calculation | null {
  const operate = Object.hasOwn(binaryOperators, sign) ? binaryOperators[sign] : undefined;
  if (!operate || !a || !b) return null;
  const values = allRows(frame).map((row) => {
    const [x, y] = [a.at(row), b.at(row)];
    return x === null || y === null ? null : operate(x, y);
  });
  return { name: `${a.name} ${sign} ${b.name}`, values };
}

/** Every field of a type, each with the same other field or number; null where the options do not ask for that. */
export function binaryOfType(frame: DataFrame, options: JsonObject): Field[] | null {
  const { left, right, operator } = readObject(options.binary);
  const { id, options: type } = readObject(readObject(left).matcher);
  if (id !== "byType") return null;
  const sign = readString(operator) || "+";
  return frame.fields
    .filter((field) => field.type === type)
    .flatMap((field) => {
      const one = operated(
        sign,
        { name: field.name, at: (row) => asNumber(field.values[row]) },
        operand(frame, right),
        frame,
      );
      return one ? [{ ...field, ...one }] : [];
    });
}

export function unaryCalculation(frame: DataFrame, options: JsonObject): Calculation | null {
  const { operator, fieldName } = readObject(options.unary);
  const id = readString(operator) || "abs";
  const operate = Object.hasOwn(unaryOperators, id) ? unaryOperators[id] : undefined;
  const field = operand(frame, readString(fieldName));
  if (!operate || !field) return null;
  const numbers = allRows(frame).map(field.at);
  const total = numbers.reduce<number>(
    (sum, one) => sum + (one !== null && Number.isFinite(one) ? one : 0),
    0,
  );
  const values = numbers.map((value) => (value === null ? null : operate(value, total)));
  return { name: `${id}(${field.name})`, values };
}

/** A field's name or a number, as text or wrapped as newer dashboards store it. */
function operand(frame: DataFrame, json: Json | undefined): Operand | null {
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
