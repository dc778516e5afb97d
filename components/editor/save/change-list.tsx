import { Code, Stack, Text } from "@mantine/core";
import { capitalized } from "@/components/ui/capitalized";
import type { DashboardDiff, ItemChange } from "@/lib/shared/dashboards/diff/diff-dashboards";
import { isPlace, type NamedChange } from "@/lib/shared/dashboards/diff/named-change";
import type { Json } from "@/lib/shared/json";
import classes from "./change-list.module.css";

const verbs = { added: "Added", removed: "Removed", changed: "Changed" };
const mostLines = 12;

/** What a save or a plan changes, in words: a paragraph a panel, variable or setting. */
export function ChangeList({ diff }: { diff: DashboardDiff }) {
  return (
    <Stack gap={6} component="ul" m={0} pl="md" data-changes>
      {diff.panels.map((item, index) => (
        <ItemLine
          key={`panel-${item.panelId ?? index}-${item.kind}`}
          noun={item.isRow ? "row" : "panel"}
          item={item}
        />
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
  const row = places.find(({ what }) => what === "row");
  const size = places.find(({ what }) => what === "size");
  const moved = [places.some((change) => change !== size) ? "moved" : "", size ? "resized" : ""]
    .filter(Boolean)
    .join(" and ");
  const isPlaced = kind === "changed" && rest.length === 0;
  return (
    <Text component="li" size="sm">
      {isPlaced ? capitalized(moved) : verbs[kind]} {noun} <b>{name}</b>
      {row ? (
        <>
          {" "}
          from the row <i>{String(row.before)}</i> to <i>{String(row.after)}</i>
        </>
      ) : null}
      {moved !== "" && !isPlaced ? `, ${moved}` : ""}
      {size ? (
        <>
          {" "}
          <Values change={size} />
        </>
      ) : null}
      {rest.length > 0 ? (
        <ul className={classes.lines}>
          {rest.slice(0, mostLines).map((change) => (
            <li key={change.path.join(".")}>
              {capitalized(change.what)} <Values change={change} />
            </li>
          ))}
          {rest.length > mostLines ? <li>and {rest.length - mostLines} more</li> : null}
        </ul>
      ) : null}
    </Text>
  );
}

function Values({ change }: { change: NamedChange }) {
  const [before, after] = [short(change.before), short(change.after)];
  return (
    <>
      <Code>{before}</Code> → <Code>{after}</Code>
    </>
  );
}

function short(value: Json | undefined): string {
  if (value === undefined) return "unset";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text || "empty";
}
