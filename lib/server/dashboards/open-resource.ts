import { splitImport } from "@/lib/shared/dashboards/import-forms/split-import";
import { AppError } from "@/lib/shared/errors";
import type { JsonObject } from "@/lib/shared/json";

interface Given {
  document: JsonObject;
  /** As the sender spelt it. */
  text?: string | undefined;
}

/**
 * The one dashboard inside a ConfigMap, a list of Kubernetes or a resource of the Grafana operator; all else is given
 * back as it is.
 * @throws AppError INVALID_INPUT when it holds none or several.
 */
export async function openResource({ document, text }: Given): Promise<Given> {
  const isHolder = /^(ConfigMap|GrafanaDashboard|\w*List)$/.test(String(document.kind));
  if (!isHolder || document.panels !== undefined) return { document, text };
  const parts = await splitImport("document", text ?? JSON.stringify(document));
  const [part] = parts;
  if (parts.length !== 1 || part === undefined) {
    throw refuse(
      `This ${document.kind} holds ${parts.length} dashboards, and one is taken here. Import each by itself, or send them as an archive.`,
    );
  }
  if ("problem" in part) throw refuse(part.problem);
  return { document: part.value, text: part.text };
}

function refuse(message: string): AppError {
  return new AppError("INVALID_INPUT", message, { field: "document" });
}
