// Entry of `npm start`, `npm run dev` and `npm run dev:reset`. Runs on whatever Node the machine has, before anything is
// installed: installs, then hands over to main.ts on the pinned Node.
import { spawn } from "node:child_process";
import { ensureInstalled, node24, root } from "./install.mjs";

const [major] = process.versions.node.split(".").map(Number);
if (major < 20) {
  console.error(`Panelsmith needs Node 20 or newer to start; this is Node ${process.versions.node}.`);
  process.exit(1);
}

await ensureInstalled();

// A process group of its own: Ctrl-C reaches this process only, and main.ts stops its children in order.
const child = spawn(
  node24(),
  [
    "--conditions=react-server",
    "--disable-warning=ExperimentalWarning",
    "scripts/start/main.ts",
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ["ignore", "inherit", "inherit", "ipc"], detached: true },
);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
