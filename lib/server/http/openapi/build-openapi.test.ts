import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildOpenapi } from "./build-openapi";
import { operations } from "./operations";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const unlisted = /^\/(auth|health|ready|metrics|openapi\.json|\{path\})/;

async function routes(): Promise<string[]> {
  const root = join(process.cwd(), "app/api");
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith("/route.ts"));
  const found = files.map(async (file) => {
    const path = `/${file.replace(/\/route\.ts$/, "").replace(/\[(?:\.\.\.)?(\w+)\]/g, "{$1}")}`;
    const exported: object = unlisted.test(path) ? {} : await import(join(root, file));
    return Object.keys(exported)
      .filter((name) => methods.includes(name))
      .map((method) => `${method} ${path}`);
  });
  return (await Promise.all(found)).flat().sort();
}

describe("the table of operations", () => {
  it("lists every route, and none that does not exist", async () => {
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(await routes());
  });
});

describe("buildOpenapi", () => {
  const document = JSON.parse(JSON.stringify(buildOpenapi()));

  it("refers only to schemas that are there, and names each operation once", () => {
    const text = JSON.stringify(document.paths);
    const used = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name ?? "");
    expect(used.filter((name) => !(name in document.components.schemas))).toEqual([]);
    const ids = [...text.matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(operations.length);
  });

  it("describes bodies as the verbs validate them", () => {
    const { NewApiToken, NewDashboard } = document.components.schemas;
    expect(NewApiToken.properties.role.enum).toEqual(["viewer", "editor", "publisher", "admin"]);
    expect(NewApiToken.required).toEqual(["name", "role"]);
    expect(NewDashboard.properties.document.type).toBe("object");
  });
});
