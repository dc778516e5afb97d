import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";

/** As the editor of a query calls them. */
const words: Record<string, string> = {
  legendFormat: "legend",
  hide: "hiding",
  interval: "minimum step",
  intervalFactor: "resolution",
  exemplar: "exemplars",
  editorMode: "editor",
};

/** What a place inside a query is called. */
export function queryWord(refId: string, path: JsonPath): string {
  const [key] = path;
  if (key === undefined || key === "expr") return `query ${refId}`;
  const text = path.join(".");
  return `${Object.hasOwn(words, text) ? words[text] : text} of query ${refId}`;
}
