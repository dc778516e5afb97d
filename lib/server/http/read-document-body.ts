import { giveWay } from "@/lib/server/give-way";
import { minifyJson } from "@/lib/shared/dashboards/json-text/minify-json";
import { memberText } from "@/lib/shared/dashboards/json-text/scan-json";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { parseDocumentText } from "./read-json-body";

/** A body with a `document`, and that document as the sender spelt it, without white space. */
export async function readDocumentBody(body: string): Promise<{ input: Json; text: string | undefined }> {
  const input = await parseDocumentText(body);
  await giveWay(body.length);
  const text = isJsonObject(input) ? memberText(body, "document") : undefined;
  await giveWay(body.length);
  return { input, text: text && minifyJson(text) };
}
