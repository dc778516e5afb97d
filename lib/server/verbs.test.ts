import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const folders = ["dashboards", "tenants", "audit", "prometheus", "publish"];

/** Exported functions that take a TenantContext first, with their bodies. */
async function verbs(): Promise<{ name: string; file: string; text: string }[]> {
  const found: { name: string; file: string; text: string }[] = [];
  for (const folder of folders) {
    const root = join(process.cwd(), "lib/server", folder);
    const files = await readdir(root, { recursive: true }).catch(() => []);
    for (const file of files.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))) {
      const source = await readFile(join(root, file), "utf8");
      const starts = [...source.matchAll(/^export (?:async )?function (\w+)\(\s*ctx: TenantContext,?/gm)];
      for (const match of starts) {
        const rest = source.slice(match.index);
        found.push({
          name: match[1] ?? "",
          file: `${folder}/${file}`,
          text: rest.slice(0, rest.search(/^}/m)),
        });
      }
    }
  }
  return found;
}

describe("verbs", async () => {
  const all = await verbs();

  it("are found", () => {
    expect(all.length).toBeGreaterThan(30);
  });

  // What reads a secret or a document for another verb says so in its name, or works in that verb's transaction.
  const opening = all.filter(({ name, text }) => text.includes("withTenant(") && !/WithSecrets?$/.test(name));
  it.each(opening)("$name ($file) asks for the permission before anything else", ({ text }) => {
    const body = text.slice(text.search(/\{\n/) + 2).trim();
    expect(body).toMatch(/^assertCan\(ctx, "/);
  });

  // With the bare id of a tenant a transaction sees what folders close to a role.
  const console = ["catchUpSearch"];
  it.each(opening.filter(({ name }) => !console.includes(name)))(
    "$name ($file) sees what its role may see",
    ({ text }) => {
      expect(text).not.toMatch(/withTenant\((?!\s*ctx,)/);
    },
  );
});
