import { minifyJson } from "@/lib/shared/dashboards/json-text/minify-json";
import { memberText } from "@/lib/shared/dashboards/json-text/scan-json";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { parseJsonText } from "./read-json-body";

/** A body with a `document`, and that document as the sender spelt it, without white space. */
export function readDocumentBody(body: string): { input: Json; text: string | undefined } {
  const input = parseJsonText(body);
  const text = isJsonObject(input) ? memberText(body, "document") : undefined;
  return { input, text: text && minifyJson(text) };
}
