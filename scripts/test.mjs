// Entry of `npm test`, `npm run verify` and `npm run e2e`: installs what is missing, then runs the suites on the pinned Node.
import { spawn } from "node:child_process";
import { ensureInstalled, node24, root } from "./install.mjs";

await ensureInstalled();
const child = spawn(
  node24(),
  ["--disable-warning=ExperimentalWarning", "scripts/test/main.ts", ...process.argv.slice(2)],
  { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
