import { execFileSync } from "node:child_process";

interface TestTool {
  program: string;
  debianPackage: string;
  /** Makes the tests faster; they pass without it. */
  isOptional?: boolean;
}

const tools: TestTool[] = [
  { program: "chromium", debianPackage: "chromium" },
  { program: "chromium-headless-shell", debianPackage: "chromium-headless-shell", isOptional: true },
  { program: "prometheus", debianPackage: "prometheus" },
  { program: "promtool", debianPackage: "prometheus" },
  { program: "victoria-metrics", debianPackage: "victoria-metrics" },
  { program: "amtool", debianPackage: "prometheus-alertmanager" },
  { program: "redis-server", debianPackage: "redis-server" },
];

function isPresent(program: string): boolean {
  try {
    execFileSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function apt(...args: string[]): void {
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const [command = "", ...rest] = [...prefix, "apt-get", ...args];
  execFileSync(command, rest, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

function install(packages: string[]): void {
  apt("install", "-y", "-qq", "--no-install-recommends", ...packages);
}

function installNeeded(missing: TestTool[]): void {
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((tool) => tool.debianPackage)), "fonts-liberation"];
  console.log(`Installing ${packages.join(", ")}`);
  try {
    apt("update", "-qq");
    install(packages);
  } catch {
    console.error(
      `The tests need ${missing.map((tool) => tool.program).join(", ")} on PATH. On Debian: apt-get install ${packages.join(" ")}`,
    );
    process.exit(1);
  }
}

function installOptional(missing: TestTool[]): void {
  for (const { debianPackage } of missing) {
    try {
      install([debianPackage]);
    } catch {
      console.log(`Going on without ${debianPackage}, which would make the tests faster.`);
    }
  }
}

/** Installs Chromium, Prometheus, VictoriaMetrics, Alertmanager and Redis from Debian's packages where they are missing. */
export async function ensureTestTools(): Promise<void> {
  const missing = tools.filter((tool) => !isPresent(tool.program));
  installNeeded(missing.filter(({ isOptional }) => !isOptional));
  installOptional(missing.filter(({ isOptional }) => isOptional));
}
