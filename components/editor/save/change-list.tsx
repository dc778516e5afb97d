import { Code, Stack, Text } from "@mantine/core";
import type { DashboardDiff, ItemChange, NamedChange } from "@/lib/shared/dashboards/diff/diff-dashboards";
import type { Json } from "@/lib/shared/json";
import classes from "./change-list.module.css";

const verbs = { added: "Added", removed: "Removed", changed: "Changed" };
const mostLines = 12;

/** What a save or a plan changes, in words: a paragraph a panel, variable or setting. */
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

function ItemLine({ noun, item: { kind, name, changes } }: { noun: string; item: ItemChange }) {
  const places = changes.filter(isPlace);
  const rest = changes.filter((change) => !isPlace(change));
  const isMoved = kind === "changed" && rest.length === 0;
  const row = places.find(({ what }) => what === "row");
  return (
    <Text component="li" size="sm">
      {isMoved ? "Moved" : verbs[kind]} {noun} <b>{name}</b>
      {row ? (
        <>
          {" "}
          from the row <i>{String(row.before)}</i> to <i>{String(row.after)}</i>
        </>
      ) : null}
      {places.length > 0 && !isMoved ? ", moved" : ""}
      {rest.length > 0 ? (
        <ul className={classes.lines}>
          {rest.slice(0, mostLines).map((change) => (
            <li key={change.path.join(".")}>
              {change.what} <Values change={change} />
            </li>
          ))}
          {rest.length > mostLines ? <li>and {rest.length - mostLines} more</li> : null}
        </ul>
      ) : null}
    </Text>
  );
}

function isPlace({ what }: NamedChange): boolean {
  return what === "place" || what === "row";
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
  return text.length > 120 ? `${text.slice(0, 119)}…` : text || "empty";
}
