import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
import { minifyJson } from "@/lib/shared/dashboards/json-text/minify-json";
import { memberText } from "@/lib/shared/dashboards/json-text/scan-json";
import { isJsonObject } from "@/lib/shared/json";
import { exportDashboard } from "./export-dashboard";
import { importDashboard } from "./import-dashboard";

// Dashboards of other people, where they lie beside the project, and our own.
const roots = [join(process.cwd(), "../shared/corpus"), join(process.cwd(), "monitoring/grafana/dashboards")];

function filesBelow(root: string): string[] {
  try {
    return readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".json"))
      .map((file) => join(root, file));
  } catch {
    return [];
  }
}

let a: TestTenant;
beforeAll(async () => {
  a = await createTestTenant();
});

describe("importing and exporting", () => {
  it.each(roots.flatMap(filesBelow).map((file) => [file.split("/").slice(-2).join("/"), file]))(
    "gives back %s as it was",
    async (_, file) => {
      const given = readFileSync(file, "utf8");
      const whole = JSON.parse(given);
      const key = isJsonObject(whole.dashboard) ? "dashboard" : null;
      const expected = minifyJson(key ? (memberText(given, key) ?? "") : given);
      const { uid } = await importDashboard(
        a.editor,
        { document: whole, overwrite: true },
        minifyJson(given),
      );
      const back = String((await exportDashboard(a.editor, uid, "json")).body);
      expect(minifyJson(back).trim()).toBe(expected);
      expect(JSON.parse(back)).toEqual(JSON.parse(expected));
      for (const format of ["portable", "configmap", "operator", "terraform", "provisioning"]) {
        await exportDashboard(a.editor, uid, format);
      }
    },
  );
});
