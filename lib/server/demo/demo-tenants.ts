export interface DemoTenant {
  slug: string;
  name: string;
  /** The folder of monitoring/grafana/dashboards whose dashboards it gets, and the folder they stand in. */
  system: string;
  folder: { uid: string; title: string };
  /** What its datasource puts into every selector. */
  matchers: Record<string, string>;
}

const maestroFolder = { uid: "maestro-ml-platform", title: "Maestro ML Platform" };

/** One tenant a system, and two customers of Maestro who see only their own series. */
export const demoTenants: readonly DemoTenant[] = [
  {
    slug: "codeconductor",
    name: "CodeConductor",
    system: "codeconductor",
    folder: { uid: "codeconductor", title: "CodeConductor" },
    matchers: {},
  },
  {
    slug: "ml-training",
    name: "ML Training Service",
    system: "ml-training",
    folder: { uid: "ml-training", title: "ML Training" },
    matchers: {},
  },
  {
    slug: "automation",
    name: "Automation",
    system: "automation",
    folder: { uid: "automation-platform", title: "Automation Platform" },
    matchers: {},
  },
  {
    slug: "maestro",
    name: "Maestro ML",
    system: "maestro",
    folder: maestroFolder,
    matchers: {},
  },
  {
    slug: "bookmarkai",
    name: "BookmarkAI",
    system: "bookmarkai",
    folder: { uid: "ml-services", title: "ML Services" },
    matchers: {},
  },
  { slug: "acme", name: "Acme", system: "maestro", folder: maestroFolder, matchers: { tenant_id: "acme" } },
  {
    slug: "globex",
    name: "Globex",
    system: "maestro",
    folder: maestroFolder,
    matchers: { tenant_id: "globex" },
  },
];
