// npm run bench [-- name ...]: the benchmarks of the budgets, each prints ratios measured side by side in one run.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, node24, root } from "./install.mjs";

await ensureInstalled();
const folder = join(root, "scripts", "bench");
const all = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -3));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}. There are: ${all.join(", ")}.`);
  process.exit(1);
}
let failed = 0;
for (const name of wanted.length > 0 ? wanted : all) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(
    node24(),
    ["--conditions=react-server", "--import", "tsx", join(folder, `${name}.ts`)],
    { cwd: root, stdio: "inherit" },
  );
  if (status !== 0) failed++;
}
process.exit(failed > 0 ? 1 : 0);
