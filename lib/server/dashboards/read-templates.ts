import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { TemplateWithDocument } from "@/lib/shared/dashboards/dashboard";
import { isJsonObject, type Json } from "@/lib/shared/json";
import { hashDocument } from "./hash-document";
import { readDocument } from "./read-document";

// Beside the running console: the same files that Grafana is provisioned with.
const folder = () => join(process.cwd(), "monitoring/grafana/dashboards");

export interface StoredTemplate extends TemplateWithDocument {
  hash: string;
}

async function readTemplate(system: string, path: string): Promise<StoredTemplate[]> {
  const document: Json = JSON.parse(await readFile(path, "utf8"));
  if (!isJsonObject(document)) return [];
  const { uid, title, tags, panels } = readDocument(document);
  const description = typeof document.description === "string" ? document.description : "";
  return uid === null
    ? []
    : [{ uid, title, description, tags, system, panels, document, hash: hashDocument(document) }];
}

/** The dashboards that come with the console, by system; none when they are not installed. */
export async function readTemplates(): Promise<StoredTemplate[]> {
  const systems = await readdir(folder(), { withFileTypes: true }).catch(() => []);
  const found = systems
    .filter((entry) => entry.isDirectory())
    .map(async ({ name: system }) => {
      const files = (await readdir(join(folder(), system))).filter((file) => file.endsWith(".json")).sort();
      return (
        await Promise.all(files.map((file) => readTemplate(system, join(folder(), system, file))))
      ).flat();
    });
  return (await Promise.all(found)).flat();
}
