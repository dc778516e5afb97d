import { Group, NumberInput, Select, Text, TextInput } from "@mantine/core";
import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import { asExpressionKind, isExpressionKind } from "@/lib/shared/dashboards/edit/new-expression";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import type { TargetError } from "@/lib/shared/prometheus/panel-batch";

interface ExpressionFieldProps {
  name: string;
  expression: JsonObject;
  /** Queries and expressions that it may work on. */
  inputs: readonly string[];
  errors: readonly TargetError[];
  onChange: (expression: JsonObject) => void;
}

type Change = (key: string, value: Json) => void;

/** One of Grafana's server-side expressions, computed in the page from what the other queries answer. */
export function ExpressionField(props: ExpressionFieldProps) {
  const { name, expression, errors, onChange } = props;
  const problem = errors.map(({ message }) => message).join(" ");
  const { type } = expression;
  if (!isExpressionKind(type)) {
    return (
      <Text size="xs" c={problem ? "error" : "dimmed"}>
        {problem || notEdited(type)}
      </Text>
    );
  }
  const set: Change = (key, value) => onChange({ ...expression, [key]: value });
  return (
    <>
      <Group gap="sm" align="end">
        <Select
          label="Operation"
          aria-label={`Operation of ${name}`}
          w={150}
          allowDeselect={false}
          data={kinds}
          value={type}
          onChange={(kind) => isExpressionKind(kind) && onChange(asExpressionKind(expression, kind))}
        />
        {type === "math" ? (
          <MathField name={name} expression={expression} set={set} />
        ) : (
          <InputField {...props} set={set} />
        )}
        {type === "reduce" ? <ReduceFields expression={expression} set={set} /> : null}
        {type === "resample" ? <ResampleFields expression={expression} set={set} /> : null}
        {type === "threshold" ? <ThresholdFields expression={expression} set={set} /> : null}
      </Group>
      {problem ? (
        <Text size="xs" c="error" mt={4} role="status">
          {problem}
        </Text>
      ) : null}
    </>
  );
}

const kinds = [
  { value: "math", label: "Math" },
  { value: "reduce", label: "Reduce" },
  { value: "resample", label: "Resample" },
  { value: "threshold", label: "Threshold" },
];

function notEdited(type: Json | undefined): string {
  if (type === "classic_conditions")
    return "Classic conditions are computed; they are edited in the panel's JSON.";
  const what = type === "sql" ? "SQL expressions" : `Expressions of type ${String(type)}`;
  return `${what} are not computed here. It is kept as it is, and Grafana computes it.`;
}

interface FieldsProps {
  expression: JsonObject;
  set: Change;
}

function textAt(expression: JsonObject, key: string, fallback: string): string {
  const value = expression[key];
  return typeof value === "string" && value !== "" ? value : fallback;
}

function MathField({ name, expression, set }: FieldsProps & { name: string }) {
  return (
    <TextInput
      label={`Math of ${name}`}
      placeholder="$A / $B"
      flex={1}
      miw={200}
      value={textAt(expression, "expression", "")}
      onChange={(event) => set("expression", event.currentTarget.value)}
    />
  );
}

function InputField({
  name,
  expression,
  inputs,
  set,
}: FieldsProps & Pick<ExpressionFieldProps, "name" | "inputs">) {
  const value = textAt(expression, "expression", "").replace(/^\$\{?(\w+)\}?$/, "$1");
  return (
    <Select
      label={`Input of ${name}`}
      w={100}
      data={[...new Set([...inputs, value])].filter((one) => one !== "")}
      value={value || null}
      allowDeselect={false}
      onChange={(input) => input && set("expression", input)}
    />
  );
}

const reducers = ["mean", "min", "max", "sum", "count", "last", "median"];

function ReduceFields({ expression, set }: FieldsProps) {
  const { settings } = expression;
  const mode = String(getAt(expression, ["settings", "mode"]) ?? "");
  const instead = Number(getAt(expression, ["settings", "replaceWithValue"]) ?? 0);
  const setSettings = (next: JsonObject) =>
    set("settings", { ...(isJsonObject(settings) ? settings : {}), ...next });
  return (
    <>
      <Select
        label="Function"
        w={110}
        allowDeselect={false}
        data={reducers}
        value={textAt(expression, "reducer", "mean")}
        onChange={(reducer) => reducer && set("reducer", reducer)}
      />
      <Select
        label="Missing and NaN"
        w={170}
        allowDeselect={false}
        data={[
          { value: "", label: "Make it NaN" },
          { value: "dropNN", label: "Leave out" },
          { value: "replaceNN", label: "Replace by a value" },
        ]}
        value={mode}
        onChange={(next) => next !== null && setSettings({ mode: next })}
      />
      {mode === "replaceNN" ? (
        <NumberInput
          label="Value"
          w={100}
          value={instead}
          onChange={(value) => setSettings({ replaceWithValue: Number(value) || 0 })}
        />
      ) : null}
    </>
  );
}

function ResampleFields({ expression, set }: FieldsProps) {
  return (
    <>
      <TextInput
        label="Every"
        placeholder="1m"
        w={90}
        value={textAt(expression, "window", "")}
        onChange={(event) => set("window", event.currentTarget.value)}
      />
      <Select
        label="Several points"
        w={120}
        allowDeselect={false}
        data={reducers}
        value={textAt(expression, "downsampler", "mean")}
        onChange={(reducer) => reducer && set("downsampler", reducer)}
      />
      <Select
        label="No point"
        w={170}
        allowDeselect={false}
        data={[
          { value: "fillna", label: "Leave a gap" },
          { value: "pad", label: "Last value" },
          { value: "backfilling", label: "Next value" },
        ]}
        value={textAt(expression, "upsampler", "fillna")}
        onChange={(filling) => filling && set("upsampler", filling)}
      />
    </>
  );
}

const conditions = [
  { value: "gt", label: "Above" },
  { value: "gte", label: "At or above" },
  { value: "lt", label: "Below" },
  { value: "lte", label: "At or below" },
  { value: "eq", label: "Equal to" },
  { value: "ne", label: "Not equal to" },
  { value: "within_range", label: "Within" },
  { value: "outside_range", label: "Outside" },
];

function ThresholdFields({ expression, set }: FieldsProps) {
  const at = ["conditions", 0, "evaluator"] as const;
  const type = String(getAt(expression, [...at, "type"]) ?? "gt");
  const params = getAt(expression, [...at, "params"]);
  const numbers = Array.isArray(params) ? params.map((one) => Number(one) || 0) : [];
  const [first = 0, second = 0] = numbers;
  const setTest = (next: { type?: string; params?: number[] }) =>
    set("conditions", [{ evaluator: { type, params: numbers, ...next } }]);
  const isRange = type.includes("range");
  return (
    <>
      <Select
        label="Condition"
        w={140}
        allowDeselect={false}
        data={conditions.some(({ value }) => value === type) ? conditions : [...conditions, type]}
        value={type}
        onChange={(next) => next && setTest({ type: next })}
      />
      <NumberInput
        label={isRange ? "From" : "Value"}
        w={100}
        value={first}
        onChange={(value) => setTest({ params: [Number(value) || 0, ...numbers.slice(1)] })}
      />
      {isRange ? (
        <NumberInput
          label="To"
          w={100}
          value={second}
          onChange={(value) => setTest({ params: [first, Number(value) || 0] })}
        />
      ) : null}
    </>
  );
}
