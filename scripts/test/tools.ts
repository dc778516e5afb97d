import { execFileSync } from "node:child_process";

interface TestTool {
  program: string;
  debianPackage: string;
}

const tools: TestTool[] = [
  { program: "chromium", debianPackage: "chromium" },
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

/** Installs Chromium, Prometheus, VictoriaMetrics, Alertmanager and Redis from Debian's packages where they are missing. */
export async function ensureTestTools(): Promise<void> {
  const missing = tools.filter((tool) => !isPresent(tool.program));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((tool) => tool.debianPackage)), "fonts-liberation"];
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args: string[]) => {
    const [command = "", ...rest] = [...prefix, "apt-get", ...args];
    execFileSync(command, rest, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  };
  console.log(`Installing ${packages.join(", ")}`);
  try {
    apt("update", "-qq");
    apt("install", "-y", "-qq", "--no-install-recommends", ...packages);
  } catch {
    console.error(
      `The tests need ${missing.map((tool) => tool.program).join(", ")} on PATH. On Debian: apt-get install ${packages.join(" ")}`,
    );
    process.exit(1);
  }
}
