// Runs one of the project's TypeScript scripts on the pinned Node: node scripts/run.mjs scripts/x.ts [arguments]
import { spawn } from "node:child_process";
import { ensureInstalled, node24, root } from "./install.mjs";

await ensureInstalled();
const child = spawn(node24(), ["--conditions=react-server", "--import", "tsx", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
