import type { DocumentEdit } from "@/lib/shared/dashboards/edit/apply-edits";
import { storedDatasource } from "@/lib/shared/dashboards/edit/stored-datasource";
import { readDatasource } from "@/lib/shared/dashboards/read-datasource";
import { readArray, readObject } from "@/lib/shared/dashboards/read-json";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { Json } from "@/lib/shared/json";

/** Points a panel, and those of its queries that name the same datasource, at a variable. */
export function repointPanel(
  { raw, path }: Pick<ReadPanel, "raw" | "path">,
  variable: string,
  schemaVersion: Json | undefined,
): DocumentEdit[] {
  const asked = readDatasource(raw.datasource)?.uid;
  const edit = (at: (string | number)[], before: Json | undefined): DocumentEdit[] => {
    const value = storedDatasource(`\${${variable}}`, before, schemaVersion);
    return value === undefined ? [] : [{ path: [...path, ...at, "datasource"], value }];
  };
  return [
    ...edit([], raw.datasource),
    ...readArray(raw.targets).flatMap((target, index) => {
      const own = readObject(target).datasource;
      const isSame = readDatasource(own) !== null && readDatasource(own)?.uid === asked;
      return isSame ? edit(["targets", index], own) : [];
    }),
  ];
}
