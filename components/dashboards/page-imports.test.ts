import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const statement = /(?:^|\n)\s*(?:import|export)\s(?!type\b)([^;]*?from\s*)?["']([^"']+)["']/g;

/** A list in braces whose names are all types brings no code. */
function bringsCode(names: string | undefined): boolean {
  const list = /^\s*\{([^}]*)\}/.exec(names ?? "")?.[1];
  return list === undefined || list.split(",").some((name) => name.trim() && !/^\s*type\s/.test(name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(statement)]
    .filter(([, names]) => bringsCode(names))
    .map(([, , name = ""]) => name);
}

function fileOf(specifier: string, from: string): string | null {
  if (!specifier.startsWith("@/") && !specifier.startsWith(".")) return null;
  const path = specifier.startsWith("@/") ? specifier.slice(2) : join(dirname(from), specifier);
  return [`${path}.ts`, `${path}.tsx`, path].find((name) => existsSync(join(root, name))) ?? null;
}

/** Everything that comes with files before anything is loaded on demand: packages, and how each is reached; files of ours. */
function comesWith(...starts: string[]): { packages: Map<string, string[]>; files: Set<string> } {
  const packages = new Map<string, string[]>();
  const files = new Set<string>();
  const visit = (file: string, way: string[]) => {
    if (files.has(file) || file.endsWith(".css")) return;
    files.add(file);
    for (const specifier of importsOf(file)) {
      const next = fileOf(specifier, file);
      if (next) visit(next, [...way, next]);
      else if (!packages.has(specifier)) packages.set(specifier, [...way, specifier]);
    }
  };
  for (const start of starts) visit(start, [start]);
  return { packages, files };
}

const dashboardPage = [
  "components/dashboards/dashboard-page.tsx",
  // Loaded beside it wherever there are annotations, so nearly everywhere.
  "components/dashboards/annotations/annotation-bar.tsx",
  "components/shell/console-shell.tsx",
  "components/ui/app-providers.tsx",
];

it("brings nothing heavy to the page of a dashboard that it does not need at once", () => {
  const { packages } = comesWith(...dashboardPage);
  expect(packages.size).toBeGreaterThan(5);
  expect(packages.has("uplot")).toBe(true);
  const late =
    /^(zod|recharts|dayjs|yaml|marked|dompurify|react-grid-layout|@tanstack|@codemirror|@lezer|@prometheus-io|@mantine\/(dates|form|spotlight|notifications))/;
  expect([...packages].filter(([name]) => late.test(name)).map(([, way]) => way.join(" > "))).toEqual([]);
});

it("brings no code for panels of former times to the page of a dashboard", () => {
  const { files } = comesWith(...dashboardPage);
  expect(files).toContain("lib/shared/dashboards/read-current.ts");
  expect(files).not.toContain("lib/shared/dashboards/read-panel-shape.ts");
});

it("brings nothing to the list of dashboards that only its dialogs need", () => {
  const { packages } = comesWith("components/dashboards/list/dashboard-list.tsx");
  expect(packages.has("@tanstack/react-virtual")).toBe(true);
  const late = /^(zod|dayjs|yaml|@codemirror|@lezer|@mantine\/(dates|form|spotlight|notifications))/;
  expect([...packages].filter(([name]) => late.test(name)).map(([, way]) => way.join(" > "))).toEqual([]);
});
