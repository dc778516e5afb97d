import { defineConfig, devices } from "@playwright/test";
import { fastChromium } from "./e2e/support/chromium";
import { origin } from "./e2e/support/origin";

const port = Number(process.env.E2E_PORT ?? 3300);
// Set to try a console that runs already; without it the tests start one of their own.
const running = process.env.E2E_BASE_URL;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/e2e",
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  // One Chromium, the console and Prometheus keep two cores busy: a second worker gained an eighth, and made waits miss.
  workers: 1,
  // A busy machine may miss a wait once; such a test is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  // What kills the database and Prometheus comes last, whatever its name.
  projects: [
    { name: "journeys", testIgnore: "**/outages.spec.ts" },
    { name: "outages", testMatch: "**/outages.spec.ts", dependencies: ["journeys"] },
  ],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
    // Recording every test costs a sixth of the run and a third of its work; `npm run e2e -- --trace=on` records them all.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: fastChromium,
  },
  webServer: running
    ? undefined
    : {
        command: "node scripts/start.mjs",
        url: `${origin}/api/ready`,
        timeout: 600_000,
        reuseExistingServer: false,
        gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
        stdout: "pipe",
        env: {
          PORT: String(port),
          PANELSMITH_DATA_DIR: ".data/e2e",
          PANELSMITH_ADMIN_EMAIL: "admin@example.com",
          PANELSMITH_ADMIN_PASSWORD: "a-password-for-the-tests",
          PANELSMITH_DEMO_PASSWORD: "a-demo-password",
        },
      },
});
