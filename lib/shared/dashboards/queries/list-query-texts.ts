import { getAt, type JsonPath } from "@/lib/shared/dashboards/edit/json-path";
import { listPanelPaths } from "@/lib/shared/dashboards/edit/panels";
import { readDatasource } from "@/lib/shared/dashboards/read-datasource";
import type { DashboardDocument, DatasourceRef } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { datasourceTypes } from "./asks-prometheus";
import { variableQueryParts } from "./variable-query-parts";

/** A text of the document that holds a query, and where in it the expression stands. */
export interface QueryText {
  kind: "target" | "variable" | "annotation";
  /** Of the text. */
  path: JsonPath;
  /** Of the panel, variable or annotation that it belongs to. */
  owner: JsonPath;
  text: string;
  from: number;
  to: number;
  datasource: DatasourceRef | null;
  /** As far as the document tells. */
  datasourceType: string | null;
}

type Found = Omit<QueryText, "datasource" | "datasourceType"> & { stored: Json | undefined };

/** Every query of the panels, variables and annotations, in any datasource's language. */
export function listQueryTexts(document: DashboardDocument): QueryText[] {
  const typeOf = datasourceTypes(document);
  return [...targetTexts(document), ...variableTexts(document), ...annotationTexts(document)].map(
    ({ stored, ...found }) => {
      const datasource = readDatasource(stored);
      return { ...found, datasource, datasourceType: typeOf(datasource) };
    },
  );
}

function listAt(document: DashboardDocument, path: JsonPath): Json[] {
  const list = getAt(document, path);
  return Array.isArray(list) ? list : [];
}

function targetTexts(document: DashboardDocument): Found[] {
  return listPanelPaths(document).flatMap((owner) =>
    listAt(document, [...owner, "targets"]).flatMap((target, index) => {
      if (!isJsonObject(target) || typeof target.expr !== "string") return [];
      const stored = readDatasource(target.datasource)
        ? target.datasource
        : getAt(document, [...owner, "datasource"]);
      return [whole("target", owner, [...owner, "targets", index, "expr"], target.expr, stored)];
    }),
  );
}

/** Newer dashboards keep the text twice: in the query, and as its definition for people. */
function variableTexts(document: DashboardDocument): Found[] {
  return listAt(document, ["templating", "list"]).flatMap((variable, index) => {
    if (!isJsonObject(variable) || (variable.type !== undefined && variable.type !== "query")) return [];
    const owner = ["templating", "list", index];
    const places: [JsonPath, Json | undefined][] = [
      [["query"], variable.query],
      [["query", "query"], getAt(variable, ["query", "query"])],
      [["definition"], variable.definition],
    ];
    return places.flatMap(([path, text]) => {
      if (typeof text !== "string") return [];
      const expr = variableQueryParts(text)?.expr;
      const found = whole("variable", owner, [...owner, ...path], text, variable.datasource);
      return expr ? [{ ...found, ...expr }] : [];
    });
  });
}

function annotationTexts(document: DashboardDocument): Found[] {
  return listAt(document, ["annotations", "list"]).flatMap((annotation, index) => {
    if (!isJsonObject(annotation)) return [];
    const owner = ["annotations", "list", index];
    return [["expr"], ["target", "expr"]].flatMap((path) => {
      const text = getAt(annotation, path);
      if (typeof text !== "string" || text === "") return [];
      return [whole("annotation", owner, [...owner, ...path], text, annotation.datasource)];
    });
  });
}

function whole(
  kind: QueryText["kind"],
  owner: JsonPath,
  path: JsonPath,
  text: string,
  stored: Json | undefined,
): Found {
  return { kind, owner, path, text, from: 0, to: text.length, stored };
}
