import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";

export interface DashboardFile {
  file: string;
  document: JsonObject;
  text: string;
  /** Grafana's API wraps the dashboard: `{ "dashboard": ..., "meta": ... }`. */
  envelope: JsonObject | null;
}

export interface UnreadableFile {
  file: string;
  problem: string;
}

/** The dashboards of these files and folders; what cannot be read is told. */
export function readDashboardFiles(paths: readonly string[]): {
  files: DashboardFile[];
  unreadable: UnreadableFile[];
} {
  const files: DashboardFile[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const file of paths.flatMap(listJson)) {
    try {
      files.push(readOne(file));
    } catch (error) {
      unreadable.push({ file, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return { files, unreadable };
}

function listJson(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => join(path, file));
}

function readOne(file: string): DashboardFile {
  const text = readFileSync(file, "utf8");
  const json: Json = JSON.parse(text.replace(/^\uFEFF/, ""));
  if (!isJsonObject(json)) throw new Error("This is no dashboard: a JSON object is wanted.");
  return isJsonObject(json.dashboard)
    ? { file, document: json.dashboard, text, envelope: json }
    : { file, document: json, text, envelope: null };
}

/** Writes a changed dashboard back, indented as the file was. */
export function writeDashboardFile({ file, text, envelope }: DashboardFile, document: JsonObject): void {
  const indent = /^\s*[{[]\r?\n([ \t]+)/.exec(text)?.[1] ?? (text.includes("\n") ? "  " : "");
  const json = envelope ? { ...envelope, dashboard: document } : document;
  writeFileSync(file, JSON.stringify(json, null, indent) + (text.endsWith("\n") ? "\n" : ""));
}
