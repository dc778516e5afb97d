import { differenceOf } from "@/lib/client/dashboards/difference-of";
import type { DashboardDiff, ItemChange } from "@/lib/shared/dashboards/diff/diff-dashboards";
import type { NamedChange } from "@/lib/shared/dashboards/diff/named-change";
import type { Json } from "@/lib/shared/json";
import classes from "./bulk-edit.module.css";

/** What changes in one dashboard, each place with the text before and after where it differs. */
export function BulkDiff({ diff, notes }: { diff: DashboardDiff; notes: readonly string[] }) {
  return (
    <ul className={classes.diff}>
      {diff.panels.map((item, index) => (
        <ItemLines key={`panel-${item.panelId ?? index}`} item={item} />
      ))}
      {diff.variables.map((item) => (
        <ItemLines key={`variable-${item.name}`} item={{ ...item, name: `Variable ${item.name}` }} />
      ))}
      {diff.settings.map((change) => (
        <ChangeLine key={change.path.join(".")} name="Dashboard" change={change} />
      ))}
      {notes.map((note) => (
        <li key={note} className={classes.note}>
          {note}
        </li>
      ))}
    </ul>
  );
}

function ItemLines({ item }: { item: ItemChange }) {
  return item.changes.map((change) => (
    <ChangeLine key={change.path.join(".")} name={item.name} change={change} />
  ));
}

function ChangeLine({ name, change }: { name: string; change: NamedChange }) {
  const { before, after } = differenceOf(textOf(change.before), textOf(change.after));
  return (
    <li>
      <span className={classes.what}>
        {name}: {change.what}
      </span>
      <del className={classes.before}>{before || "unset"}</del>
      <ins className={classes.after}>{after || "unset"}</ins>
    </li>
  );
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
