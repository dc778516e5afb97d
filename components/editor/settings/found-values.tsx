import { Badge, Group, Text } from "@mantine/core";
import type { VariableControl } from "@/lib/client/variables/use-dashboard-variables";

const shown = 20;

interface FoundValuesProps {
  control: VariableControl | undefined;
  /** Whether there is a query yet. */
  asked: boolean;
}

/** What the variable finds now, as a proof that its query is right. */
export function FoundValues({ control, asked }: FoundValuesProps) {
  if (!control) return null;
  if (control.problem) {
    return (
      <Text size="xs" c="red" role="status">
        {control.problem}
      </Text>
    );
  }
  const { options } = control;
  if (options.length === 0) {
    return (
      <Text size="xs" c="dimmed" role="status">
        {wordsOf(control, asked)}
      </Text>
    );
  }
  return (
    <Group gap={4} role="status" aria-label={`${options.length} values`}>
      {options.slice(0, shown).map(({ value, text }) => (
        <Badge key={value} variant="default" size="sm" tt="none" fw={400}>
          {text}
        </Badge>
      ))}
      {options.length > shown ? (
        <Text size="xs" c="dimmed">
          and {options.length - shown} more
        </Text>
      ) : null}
    </Group>
  );
}

function wordsOf({ loading }: VariableControl, asked: boolean): string {
  if (!asked) return "The values that it finds stand here.";
  return loading ? "Looking for values" : "It finds no values.";
}
