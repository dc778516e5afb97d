import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const codemirrorPromql = "node_modules/@prometheus-io/codemirror-promql/dist/esm";
const excluded = ["**/node_modules/**", ".next/**", ".data/**", "generated/**", "e2e/**/*.spec.ts"];
const withDatabase = ["lib/server/**/*.test.{ts,tsx}", "app/api/**/*.test.ts", "scripts/db/**/*.test.ts"];

export default defineConfig({
  resolve: {
    alias: [
      { find: /^server-only$/, replacement: path("./lib/server/testing/server-only.ts") },
      { find: /^@\//, replacement: path("./") },
      // Its CommonJS form, which Node takes, brings a second CodeMirror along.
      { find: /^@prometheus-io\/codemirror-promql$/, replacement: path(`./${codemirrorPromql}/index.js`) },
    ],
  },
  test: {
    pool: "threads",
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...excluded, ...withDatabase],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          server: { deps: { inline: [/@prometheus-io\/codemirror-promql/] } },
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: withDatabase,
          exclude: excluded,
          globalSetup: ["lib/server/testing/global-setup.ts"],
          setupFiles: ["lib/server/testing/setup-database.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
