import { Text, TextInput } from "@mantine/core";
import type { JsonObject } from "@/lib/shared/json";
import type { TargetError } from "@/lib/shared/prometheus/panel-batch";

interface ExpressionFieldProps {
  name: string;
  expression: JsonObject;
  errors: readonly TargetError[];
  onChange: (text: string) => void;
}

/** One of Grafana's server-side expressions: its text can be changed here, its further settings in the panel's JSON. */
export function ExpressionField({ name, expression, errors, onChange }: ExpressionFieldProps) {
  const { type, expression: stored } = expression;
  const problem = errors.map(({ message }) => message).join(" ");
  if (type === "classic_conditions")
    return (
      <Text size="xs" c={problem ? "error" : "dimmed"}>
        {problem || "Classic conditions; they stand in the panel's JSON."}
      </Text>
    );
  return (
    <TextInput
      label={`${type === "math" ? "Math" : `Input to ${String(type)}`} of ${name}`}
      placeholder={type === "math" ? "$A / $B" : "A"}
      value={typeof stored === "string" ? stored : ""}
      error={problem || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
