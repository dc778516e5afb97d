import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Target = z.object({
  refId: z.string(),
  expr: z.string(),
  format: z.string(),
  instant: z.boolean(),
  legendFormat: z.string(),
});

const Panel = z.looseObject({
  id: z.int(),
  title: z.string(),
  type: z.string(),
  description: z.string().default(""),
  datasource: z.string().nullable(),
  gridPos: z.object({ h: z.int(), w: z.int(), x: z.int(), y: z.int() }),
  targets: z.array(Target).default([]),
});

const Variable = z.looseObject({
  name: z.string(),
  type: z.string(),
  query: z.union([z.string(), z.object({ query: z.string(), refId: z.string() })]),
  includeAll: z.boolean(),
  allValue: z.string().nullish(),
  multi: z.boolean(),
  current: z.object({ value: z.union([z.string(), z.array(z.string())]) }),
});

const Dashboard = z.looseObject({
  uid: z.string(),
  title: z.string(),
  tags: z.array(z.string()),
  refresh: z.string(),
  schemaVersion: z.int(),
  timezone: z.string(),
  time: z.object({ from: z.string(), to: z.string() }),
  annotations: z.object({ list: z.array(z.looseObject({ expr: z.string().optional() })) }),
  templating: z.object({ list: z.array(Variable) }),
  panels: z.array(Panel),
});

export type DashboardPanel = z.infer<typeof Panel>;
export type DashboardFile = { system: string; file: string; dashboard: z.infer<typeof Dashboard> };

/** The dashboards of every system below `folder`, in the order of their paths. */
export function readDashboards(folder = join(import.meta.dirname, "../../monitoring/grafana/dashboards")) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((system) => readSystem(folder, system));
}

function readSystem(folder: string, system: string): DashboardFile[] {
  return readdirSync(join(folder, system))
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, system, file), "utf8");
      return { system, file, dashboard: Dashboard.parse(JSON.parse(text)) };
    });
}
