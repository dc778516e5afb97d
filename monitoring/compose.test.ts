import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const here = import.meta.dirname;
const read = (...path: string[]) => readFileSync(join(here, ...path), "utf8");

const Service = z.looseObject({
  image: z.string(),
  restart: z.string(),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  secrets: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  depends_on: z.record(z.string(), z.unknown()).default({}),
});
const compose = z
  .object({
    name: z.string(),
    services: z.record(z.string(), Service),
    secrets: z.record(z.string(), z.object({ environment: z.string() })),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(read("docker-compose.yml")));
const services = Object.entries(compose.services);

const Provider = z.object({
  name: z.string(),
  folder: z.string(),
  disableDeletion: z.boolean(),
  updateIntervalSeconds: z.number(),
  options: z.object({ path: z.string() }),
});

function mountedAt(service: string, target: string): string | undefined {
  const mount = compose.services[service]?.volumes.find((volume) => volume.split(":")[1] === target);
  return mount?.split(":")[0];
}

describe("docker-compose.yml", () => {
  it("brings up the whole stack", () => {
    expect(Object.keys(compose.services).sort()).toEqual([
      "alertmanager",
      "console",
      "exporters",
      "grafana",
      "postgres",
      "prometheus",
    ]);
  });

  it("pins every image and restarts every service", () => {
    for (const [name, { image, restart }] of services) {
      expect(image, name).toMatch(/:v?\d+\.\d+(\.\d+)?$/);
      expect(restart, name).toBe("unless-stopped");
    }
  });

  it("checks the health of every service, the console's by its image", () => {
    expect(read("../Dockerfile")).toContain("HEALTHCHECK");
    for (const [name, { healthcheck }] of services) {
      if (name !== "console") expect(healthcheck, name).toBeDefined();
    }
  });

  it("mounts files that exist and volumes that are declared", () => {
    for (const [name, { volumes, secrets, depends_on }] of services) {
      for (const [source = ""] of volumes.map((volume) => volume.split(":"))) {
        const exists = source.startsWith(".") ? existsSync(resolve(here, source)) : source in compose.volumes;
        expect(exists, `${name}: ${source}`).toBe(true);
      }
      for (const secret of secrets) expect(compose.secrets, name).toHaveProperty(secret);
      for (const other of Object.keys(depends_on)) expect(compose.services, name).toHaveProperty(other);
    }
  });

  it("refuses to start without the secrets that have no safe default", () => {
    const text = read("docker-compose.yml");
    for (const name of [
      "POSTGRES_PASSWORD",
      "PANELSMITH_SECRET",
      "PANELSMITH_URL",
      "GRAFANA_ADMIN_PASSWORD",
    ]) {
      expect(text).toContain(`\${${name}:?Set ${name}`);
    }
    const example = read(".env.example");
    for (const [, name] of text.matchAll(/\$\{([A-Z_]+):\?|environment: ([A-Z_]+)$/gm)) {
      if (name) expect(example).toMatch(new RegExp(`^${name}=`, "m"));
    }
    for (const { environment } of Object.values(compose.secrets))
      expect(example).toContain(`${environment}=`);
  });

  it("gives Alertmanager every secret file that its configuration names", () => {
    const wanted = [...read("alertmanager/alertmanager.yml").matchAll(/\/run\/secrets\/(\w+)/g)].map(
      ([, name = ""]) => name,
    );
    expect(compose.services.alertmanager?.secrets.toSorted()).toEqual([...new Set(wanted)].sort());
  });
});

describe("Dockerfile", () => {
  const lines = read("../Dockerfile").split("\n");

  it("copies only what the project has", () => {
    const sources = lines
      .filter((line) => line.startsWith("COPY ") && !line.includes("--from="))
      .flatMap((line) => line.split(" ").slice(1, -1));
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) expect(existsSync(resolve(here, "..", source)), source).toBe(true);
  });

  it("serves the standalone build as an ordinary user", () => {
    const user = lines.indexOf("USER node");
    expect(user).toBeGreaterThan(lines.findIndex((line) => line.includes(".next/standalone")));
    expect(lines.findIndex((line) => line.startsWith("CMD"))).toBeGreaterThan(user);
    expect(lines.filter((line) => line.startsWith("USER"))).toEqual(["USER node"]);
  });
});

describe("Grafana's provisioning", () => {
  const folder = "grafana/provisioning/dashboards";
  const providers = readdirSync(join(here, folder)).flatMap(
    (file) => z.object({ providers: z.array(Provider) }).parse(parse(read(folder, file))).providers,
  );

  it("has a folder a system, re-read every 10 seconds", () => {
    expect(providers.map((provider) => provider.folder).sort()).toEqual([
      "Automation Platform",
      "CodeConductor",
      "ML Services",
      "ML Training",
      "Maestro ML Platform",
    ]);
    expect(providers.find(({ folder: name }) => name === "Maestro ML Platform")?.name).toBe("Maestro ML");
    for (const { disableDeletion, updateIntervalSeconds } of providers) {
      expect({ disableDeletion, updateIntervalSeconds }).toEqual({
        disableDeletion: false,
        updateIntervalSeconds: 10,
      });
    }
  });

  it("reads every folder of dashboards", () => {
    expect(mountedAt("grafana", "/var/lib/grafana/dashboards")).toBe("./grafana/dashboards");
    const paths = readdirSync(join(here, "grafana/dashboards")).map(
      (system) => `/var/lib/grafana/dashboards/${system}`,
    );
    expect(providers.map(({ options }) => options.path).sort()).toEqual(paths.sort());
  });

  it("names the datasource as the dashboards expect, and asks a Prometheus", () => {
    const { datasources } = parse(read("grafana/provisioning/datasources/prometheus.yml"));
    expect(datasources).toMatchObject([
      {
        name: "Prometheus",
        uid: "prometheus",
        type: "prometheus",
        url: "http://prometheus:9090",
        isDefault: true,
      },
    ]);
  });
});
