import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** How a tool is called: a program on PATH, or a container of it. */
export type Tool = (args: string[]) => [command: string, args: string[]];

export interface PrometheusTools {
  prometheus: Tool;
  promtool: Tool;
  alertmanager: Tool | null;
}

async function onPath(...names: string[]): Promise<Tool | null> {
  for (const name of names) {
    const found = await run(name, ["--version"]).then(
      () => true,
      () => false,
    );
    if (found) return (args) => [name, args];
  }
  return null;
}

async function findOnPath(): Promise<PrometheusTools | null> {
  const [prometheus, promtool, alertmanager] = await Promise.all([
    onPath("prometheus"),
    onPath("promtool"),
    onPath("alertmanager", "prometheus-alertmanager"),
  ]);
  return prometheus && promtool ? { prometheus, promtool, alertmanager } : null;
}

interface PackageManager {
  probe: string[];
  commands: string[][];
}

/** Only managers that install without a question; Debian's packages hold promtool with prometheus, amtool with alertmanager. */
const managers: PackageManager[] = [
  {
    probe: ["apt-get", "--version"],
    commands: [
      ["apt-get", "update", "-qq"],
      ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "prometheus", "prometheus-alertmanager"],
    ],
  },
  { probe: ["apk", "--version"], commands: [["apk", "add", "--quiet", "prometheus", "alertmanager"]] },
  { probe: ["brew", "--version"], commands: [["brew", "install", "--quiet", "prometheus", "alertmanager"]] },
];

async function installWithPackageManager(): Promise<boolean> {
  const isRoot = process.getuid?.() === 0;
  for (const manager of managers) {
    const [probe = "", ...probeArgs] = manager.probe;
    const present = await run(probe, probeArgs).then(
      () => true,
      () => false,
    );
    if (!present) continue;
    const prefix = isRoot || probe === "brew" ? [] : ["sudo", "-n"];
    try {
      for (const command of manager.commands) {
        const [program = "", ...args] = [...prefix, ...command];
        await run(program, args, {
          env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
          maxBuffer: 1 << 26,
        });
      }
      return true;
    } catch {
      return false;
    }
  }
  return false;
}

async function findDocker(root: string, dataDir: string): Promise<PrometheusTools | null> {
  const engine = await run("docker", ["info"]).then(
    () => true,
    () => false,
  );
  if (!engine) return null;
  const container =
    (image: string, entrypoint: string): Tool =>
    (args) => [
      "docker",
      [
        ...["run", "--rm", "--network=host", `--user=${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`],
        ...[
          `--volume=${root}:${root}:ro`,
          `--volume=${dataDir}:${dataDir}`,
          `--entrypoint=${entrypoint}`,
          image,
        ],
        ...args,
      ],
    ];
  return {
    prometheus: container("prom/prometheus:v3.5.0", "/bin/prometheus"),
    promtool: container("prom/prometheus:v3.5.0", "/bin/promtool"),
    alertmanager: container("prom/alertmanager:v0.28.1", "/bin/alertmanager"),
  };
}

/** Prometheus and its companions: from PATH, else the package manager, else Docker, else null. */
export async function findPrometheusTools(root: string, dataDir: string): Promise<PrometheusTools | null> {
  const found = await findOnPath();
  if (found) return found;
  if (await installWithPackageManager()) {
    const installed = await findOnPath();
    if (installed) return installed;
  }
  return findDocker(root, dataDir);
}
