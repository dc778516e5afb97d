import { parseJson } from "../json-text/parse-json";
import { countYamlParts } from "./count-yaml-parts";

const longestYaml = 8_000_000;
/** Beyond this, reading YAML takes seconds and hundreds of megabytes. */
const maxYamlParts = 30_000;

/**
 * What a text is that is no JSON: the JSON texts in it where it is YAML or one JSON a line, a sentence where it is something
 * else that is known, null where it is meant to be JSON and broken.
 */
export async function readPlainText(path: string, text: string): Promise<string[] | string | null> {
  const start = text.slice(0, 2_000).trimStart();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(start)) {
    return "This is a web page, most likely the sign-in page of a Grafana. Sign in there and save the dashboard with Share, Export, or import it from a Grafana target.";
  }
  if (start.startsWith("<")) return "This is XML, not the JSON of a dashboard.";
  if (/^[{[]/.test(start)) return linesOfJson(text);
  if (/\.ya?ml$/i.test(path) || /^(?:%YAML|---|#|[A-Za-z_][\w.-]*:(?:\s|$))/.test(start))
    return fromYaml(text);
  return null;
}

function linesOfJson(text: string): string[] | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2 || !lines.every((line) => /^\s*\{.*\}\s*$/.test(line))) return null;
  return lines.every((line) => "value" in parseJson(line)) ? lines : null;
}

async function fromYaml(text: string): Promise<string[] | string | null> {
  if (text.length > longestYaml) {
    return `This YAML has ${(text.length / 1e6).toFixed(1)} MB; at most ${longestYaml / 1e6} MB are read. Import the JSON in it.`;
  }
  const parts = countYamlParts(text);
  if (parts > maxYamlParts) {
    return `This YAML has about ${parts.toLocaleString("en")} parts; at most ${maxYamlParts.toLocaleString("en")} are read. Write it as JSON, or the dashboards in it as blocks of JSON.`;
  }
  const { parseAllDocuments } = await import("yaml");
  const documents = [...parseAllDocuments(text, { prettyErrors: true })];
  const error = documents.flatMap(({ errors }) => errors)[0];
  if (error) {
    const [place] = error.linePos ?? [];
    const at = place ? ` at line ${place.line}, column ${place.col}` : "";
    return `The YAML cannot be read${at}: ${error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "")}.`;
  }
  try {
    const values = documents.map((one): unknown => one.toJS({ maxAliasCount: 100 }));
    const whole = values.filter((value) => typeof value === "object" && value !== null);
    return whole.length > 0 ? whole.map((value) => JSON.stringify(value)) : null;
  } catch {
    return "The YAML refers to itself too often. Write it without aliases.";
  }
}
