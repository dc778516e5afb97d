import { capitalized } from "@/components/ui/capitalized";
import type { DashboardDiff, FieldChange, PanelChange } from "@/lib/shared/publish/dashboard-diff";
import changes from "./diff-view.module.css";
import classes from "./publish.module.css";

const changeWords: Record<PanelChange["change"], string> = {
  added: "added",
  removed: "removed",
  changed: "changed",
  moved: "moved",
};

/** What changes, panel by panel. Nothing is shown for an empty diff. */
export function DiffView({ diff }: { diff: DashboardDiff }) {
  const isEmpty = diff.settings.length === 0 && diff.panels.length === 0;
  if (isEmpty) return null;
  return (
    <ul className={changes.diff}>
      {diff.settings.length > 0 ? (
        <li>
          Dashboard settings
          <Fields fields={diff.settings} />
        </li>
      ) : null}
      {diff.panels.map((panel) => (
        <li key={`${panel.change} ${panel.panelId} ${panel.title}`}>
          {panel.isRow ? "Row " : null}
          <span className={classes.strong}>{panel.title}</span> {changeWords[panel.change]}
          <Fields fields={panel.fields} />
        </li>
      ))}
      {diff.omitted > 0 ? <li className={classes.dim}>{diff.omitted} more changes are not listed</li> : null}
    </ul>
  );
}

function Fields({ fields }: { fields: FieldChange[] }) {
  if (fields.length === 0) return null;
  return (
    <dl className={changes.fields}>
      {fields.map((field) => (
        <FieldLine key={`${field.path} ${field.before} ${field.after}`} {...field} />
      ))}
    </dl>
  );
}

function FieldLine({ path, before, after }: FieldChange) {
  return (
    <>
      <dt>{capitalized(path)}</dt>
      <dd>
        {before === null ? null : <del className={changes.before}>{before}</del>}
        {after === null ? null : <ins className={changes.after}>{after}</ins>}
      </dd>
    </>
  );
}
