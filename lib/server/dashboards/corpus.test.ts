import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createTestTenant, type TestTenant } from "@/lib/server/testing/create-test-tenant";
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
      const given: unknown = JSON.parse(readFileSync(file, "utf8"));
      if (!isJsonObject(given)) throw new Error("not an object");
      // Some share a uid or a title with others, which is another matter.
      const document = isJsonObject(given.dashboard)
        ? given
        : { ...given, uid: null, title: `${given.title} ${file}` };
      const text = JSON.stringify(document);
      const { uid } = await importDashboard(a.editor, { document: JSON.parse(text) });
      const back = JSON.parse(String((await exportDashboard(a.editor, uid, "json")).body));
      const inner = isJsonObject(given.dashboard) ? given.dashboard : JSON.parse(text);
      expect(back).toEqual(inner);
      expect(Object.keys(back)).toEqual(Object.keys(inner));
      for (const format of ["portable", "configmap", "operator", "terraform", "provisioning"]) {
        await exportDashboard(a.editor, uid, format);
      }
    },
  );
});
