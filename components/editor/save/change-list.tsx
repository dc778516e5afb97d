import { Code, Stack, Text } from "@mantine/core";
import type { DashboardDiff, ItemChange, NamedChange } from "@/lib/shared/dashboards/diff/diff-dashboards";
import type { Json } from "@/lib/shared/json";

const verbs = { added: "Added", removed: "Removed", changed: "Changed" };

/** What a save or a plan changes, in words: a line a panel, variable or setting. */
export function ChangeList({ diff }: { diff: DashboardDiff }) {
  return (
    <Stack gap={6} component="ul" m={0} pl="md" data-changes>
      {diff.panels.map((item, index) => (
        <ItemLine key={`panel-${item.panelId ?? index}-${item.kind}`} noun="panel" item={item} />
      ))}
      {diff.variables.map((item) => (
        <ItemLine key={`variable-${item.name}`} noun="variable" item={item} />
      ))}
      {diff.settings.map((change) => (
        <Text key={change.path.join(".")} component="li" size="sm">
          Changed {change.what} <Values change={change} />
        </Text>
      ))}
    </Stack>
  );
}

function ItemLine({ noun, item }: { noun: string; item: ItemChange }) {
  const what = [...new Set(item.changes.map((change) => change.what))];
  const only = item.changes.length === 1 ? item.changes[0] : undefined;
  return (
    <Text component="li" size="sm">
      {verbs[item.kind]} {noun} <b>{item.name}</b>
      {what.length > 0 ? `: ${what.join(", ")} ` : ""}
      {only ? <Values change={only} /> : null}
    </Text>
  );
}

function Values({ change }: { change: NamedChange }) {
  const [before, after] = [short(change.before), short(change.after)];
  if (before === null || after === null) return null;
  return (
    <>
      <Code>{before}</Code> → <Code>{after}</Code>
    </>
  );
}

function short(value: Json | undefined): string | null {
  if (value === undefined) return "unset";
  if (typeof value === "object" && value !== null) return null;
  const text = String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text || "empty";
}
