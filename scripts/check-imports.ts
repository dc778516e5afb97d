// Holds the import arrows of the architecture: who may know whom. Prints each breach and ends with 1 when there is one.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** A file may import only from the places named for the first prefix that fits it, and from its own. */
const arrows: [from: string, to: string[]][] = [
  ["app/", ["app/", "components/", "lib/"]],
  ["components/", ["components/", "lib/client/", "lib/shared/"]],
  ["lib/client/", ["lib/client/", "lib/shared/"]],
  ["lib/server/", ["lib/server/", "lib/shared/", "generated/"]],
  ["lib/shared/", ["lib/shared/"]],
];

/** Inside lib/server and lib/shared a part imports only from its own floor's folder and from the floors below. */
const floors: Record<string, string[][]> = {
  "lib/server/": [
    ["env", "db", "log", "redis", "secrets", "shared-lookup", "testing"],
    ["audit", "auth", "tenants"],
    ["http", "dashboards"],
    ["prometheus", "publish", "alerts"],
    ["jobs", "demo"],
  ],
  "lib/shared/": [
    ["errors", "json", "canonical-json", "http", "content-security-policy"],
    ["promql", "prometheus", "units", "time", "tenants"],
    ["dashboards"],
    ["panels", "publish", "alerts"],
    ["variables"],
  ],
};

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s*["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)|(?:^|\n)\s*import\s*["']([^"']+)["']/g;

function listFiles(): string[] {
  const output = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts", "*.tsx"], {
    cwd: root,
    encoding: "utf8",
  });
  return output.trim().split("\n");
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

/** The path in the project that an import names, or null for a package. */
function target(file: string, specifier: string): string | null {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (specifier.startsWith(".")) return join(dirname(file), specifier);
  return null;
}

function floorOf(path: string, base: string): number {
  const part =
    path
      .slice(base.length)
      .split("/")[0]
      ?.replace(/\.(test\.)?tsx?$/, "") ?? "";
  return floors[base]?.findIndex((floor) => floor.includes(part)) ?? -1;
}

function breach(file: string, specifier: string): string | null {
  const isTest = file.includes(".test.") || file.includes("/testing/");
  if (
    specifier.startsWith("../../") &&
    !file.startsWith("scripts/") &&
    !file.startsWith("monitoring/") &&
    !file.startsWith("e2e/")
  ) {
    return "climbs more than one folder: use @/";
  }
  const to = target(file, specifier);
  if (to === null || isTest) return null;
  const arrow = arrows.find(([from]) => file.startsWith(from));
  if (arrow && !arrow[1].some((place) => to.startsWith(place)))
    return `${arrow[0]} must not import from ${to.split("/").slice(0, 2).join("/")}`;
  for (const base of Object.keys(floors)) {
    if (!file.startsWith(base) || !to.startsWith(base)) continue;
    if (floorOf(to, base) > floorOf(file, base)) return `imports upwards: ${to} stands above`;
  }
  return null;
}

const breaches = listFiles().flatMap((file) =>
  importsOf(file)
    .map((specifier) => ({ specifier, reason: breach(file, specifier) }))
    .filter(({ reason }) => reason !== null)
    .map(({ specifier, reason }) => `${file}: "${specifier}" ${reason}`),
);

for (const line of breaches) console.error(line);
console.log(
  breaches.length === 0 ? "The import arrows hold." : `${breaches.length} imports break the arrows.`,
);
process.exitCode = breaches.length === 0 ? 0 : 1;
