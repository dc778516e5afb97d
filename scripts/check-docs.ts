// Every path that a document names in backticks must exist.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const top = /^(?:app|components|e2e|lib|monitoring|prisma|scripts)\/[\w./()[\]-]*$/;

const documents = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" })
  .trim()
  .split("\n");
const missing = documents.flatMap((document) => {
  const text = readFileSync(join(root, document), "utf8");
  const named = [...text.matchAll(/`([^`\s]+)`/g)]
    .map((match) => match[1] ?? "")
    .filter((path) => top.test(path));
  const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map((match) =>
    join(dirname(document), match[1] ?? ""),
  );
  return [...named, ...linked]
    .filter((path) => !existsSync(join(root, path)))
    .map((path) => `${document}: ${path}`);
});

for (const line of missing) console.error(`No such path: ${line}`);
process.exitCode = missing.length === 0 ? 0 : 1;
