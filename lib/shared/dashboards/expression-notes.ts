import { readDatasource } from "./read-datasource";
import { readObjects, readString } from "./read-json";
import type { ReadPanel } from "./reading-model";

/** Grafana's server-side expressions are kept, and named: their results are not computed here. */
export function expressionNotes({ raw, datasource }: ReadPanel): string[] {
  return readObjects(raw.targets).flatMap((target) => {
    const { type, uid } = readDatasource(target.datasource) ?? datasource ?? {};
    if (type !== "__expr__" && uid !== "__expr__") return [];
    const what = readString(target.type, "expression");
    const text = readString(target.expression);
    return [
      `${readString(target.refId)} is a ${what} expression of Grafana (${text}). It is kept, but not computed here.`,
    ];
  });
}
