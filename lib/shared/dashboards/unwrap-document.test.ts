import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/shared/json";
import { isV2Document } from "./schema-v2/find-v2-spec";
import { unwrapDocument } from "./unwrap-document";

const resource = (version: string, spec: object) => ({
  apiVersion: `dashboard.grafana.app/${version}`,
  kind: "Dashboard",
  metadata: { name: "u" },
  spec: { title: "T", ...spec },
});
const v2 = { elements: {}, layout: { kind: "GridLayout", spec: { items: [] } } };

describe("unwrapDocument", () => {
  it("takes the envelope of Grafana's API off, and leaves a bare document", () => {
    expect(unwrapDocument({ dashboard: { title: "T" }, meta: {} })).toMatchObject({
      document: { title: "T" },
      key: "dashboard",
    });
    const given: JsonObject[] = [
      { title: "T", dashboard: {} },
      { rows: [], dashboard: {} },
      { title: "T", spec: {} },
    ];
    for (const bare of given) {
      expect(unwrapDocument(bare)).toMatchObject({ document: bare, key: null });
    }
  });

  it.each(["v0alpha1", "v1alpha1", "v1beta1", "v1"])("takes a classic resource of %s apart", (version) => {
    expect(unwrapDocument(resource(version, { panels: [] }))).toEqual({
      document: { title: "T", panels: [] },
      key: "spec",
      uid: "u",
    });
  });

  it("takes no name for a uid that none may have", () => {
    expect(unwrapDocument({ ...resource("v1", {}), metadata: { name: "my.dashboard" } }).uid).toBeNull();
  });

  it.each(["v2alpha1", "v2beta1", "v2"])("keeps a resource of %s whole", (version) => {
    const given = resource(version, v2);
    expect(unwrapDocument(given)).toEqual({ document: given, key: null, uid: "u" });
    expect(isV2Document(given)).toBe(true);
  });

  it("knows schema v2 by its shape too, and takes no odd document for it", () => {
    expect(isV2Document({ title: "T", ...v2 })).toBe(true);
    expect(isV2Document({ ...resource("v1", v2) })).toBe(true);
    const odds: JsonObject[] = [
      {},
      { elements: {} },
      { elements: [], layout: {} },
      { ...v2, panels: [] },
      { spec: null },
    ];
    for (const odd of odds) {
      expect(isV2Document(odd)).toBe(false);
    }
  });
});
