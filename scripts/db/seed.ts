// Makes the first administrator (PANELSMITH_ADMIN_*) and, unless PANELSMITH_DEMO is off, the demo tenants.
// Runs with: node --conditions=react-server --import tsx scripts/db/seed.ts
import { ensureFirstAdministrator, needsSetup } from "@/lib/server/auth/first-administrator";
import { closeDatabase } from "@/lib/server/db";
import { seedDemo } from "@/lib/server/demo/seed-demo";
import { env } from "@/lib/server/env";

const { PANELSMITH_DEMO, PANELSMITH_DEMO_PASSWORD, PROMETHEUS_URL, GRAFANA_URL, GRAFANA_TOKEN } = env();
const grafana = GRAFANA_URL && GRAFANA_TOKEN ? { url: GRAFANA_URL, token: GRAFANA_TOKEN } : undefined;
try {
  await ensureFirstAdministrator();
  if (PANELSMITH_DEMO) {
    await seedDemo({ prometheusUrl: PROMETHEUS_URL, password: PANELSMITH_DEMO_PASSWORD, grafana });
  }
  if (await needsSetup()) console.log("needs-setup");
} finally {
  await closeDatabase();
}
