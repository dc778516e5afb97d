import { describe, expect, it } from "vitest";
import { type PlanInput, planDashboard } from "./plan-dashboard";

const remote: NonNullable<PlanInput["remote"]> = {
  uid: "dash",
  id: 3,
  version: 4,
  document: { title: "Dash", panels: [] },
  isFolder: false,
  canSave: true,
  provisioned: false,
  provisionedExternalId: "",
  url: "/d/dash/dash",
  folderUid: "",
  folderTitle: "General",
  updatedBy: "mira",
  updatedAt: "2026-01-01T00:00:00Z",
  hash: "there",
};

const base: PlanInput = {
  local: { document: { title: "Dash", panels: [{ id: 1, title: "New" }] }, hash: "here", unresolved: [] },
  remote: null,
  last: null,
  folder: { uid: "", title: null },
  titleTakenBy: null,
  maySave: true,
};

const plan = (change: Partial<PlanInput>) => planDashboard({ ...base, ...change });

describe("planDashboard", () => {
  it("creates what is not there", () => {
    expect(plan({})).toMatchObject({
      action: "create",
      diff: { panels: [{ change: "added", title: "New" }] },
    });
  });

  it("updates what is ours and untouched there", () => {
    const updated = plan({ remote, last: { sentHash: "old", remoteHash: "there" } });
    expect(updated).toMatchObject({ action: "update", diff: { settings: [], panels: [{ title: "New" }] } });
  });

  it("sees no change in equal content, or when Grafana only reworked what we sent", () => {
    expect(plan({ remote: { ...remote, hash: "here" } }).action).toBe("no-change");
    expect(plan({ remote, last: { sentHash: "here", remoteHash: "there" } }).action).toBe("no-change");
  });

  it("calls ours drifted when somebody changed or deleted it there", () => {
    const changed = plan({ remote, last: { sentHash: "here", remoteHash: "as-we-left-it" } });
    expect(changed).toMatchObject({ action: "drifted", resolvable: true });
    expect(changed.reason).toContain("mira");
    expect(plan({ last: { sentHash: "here", remoteHash: "x" } })).toMatchObject({
      action: "drifted",
      resolvable: true,
    });
  });

  it("calls a dashboard that was never ours a conflict", () => {
    expect(plan({ remote })).toMatchObject({ action: "conflict", resolvable: true });
  });

  it("moves to another folder as an update, and says so", () => {
    const moved = plan({
      remote,
      last: { sentHash: "here", remoteHash: "there" },
      folder: { uid: null, title: "Team" },
    });
    expect(moved.action).toBe("update");
    expect(moved.diff.settings[0]).toEqual({ path: "folder", before: "General", after: "Team" });
  });

  it.each([
    ["unmapped datasources", { local: { ...base.local, unresolved: ["other"] } }, "refused"],
    [
      "schema v2",
      { local: { ...base.local, document: { title: "T", elements: {}, layout: {} } } },
      "refused",
    ],
    ["provisioned", { remote: { ...remote, provisioned: true } }, "refused"],
    ["no permission on it", { remote: { ...remote, canSave: false } }, "refused"],
    ["a weak token", { maySave: false }, "refused"],
    ["a folder's uid", { remote: { ...remote, isFolder: true } }, "conflict"],
    ["a title that is taken", { titleTakenBy: { uid: "z", isFolder: false } }, "conflict"],
  ] satisfies [string, Partial<PlanInput>, string][])("cannot be overruled: %s", (_what, change, action) => {
    expect(plan(change)).toMatchObject({ action, resolvable: false });
  });
});
