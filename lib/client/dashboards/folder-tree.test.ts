import { describe, expect, it } from "vitest";
import type { Folder } from "@/lib/shared/dashboards/folder";
import { flattenFolders, folderChain, writableFolders } from "./folder-tree";

const folder = (uid: string, parentUid: string | null = null, more: Partial<Folder> = {}): Folder => ({
  ...{ uid, title: uid.toUpperCase(), parentUid, dashboards: 0, viewRole: null, editRole: null },
  ...{ seenFrom: "viewer", editedFrom: "editor" },
  ...more,
});
const folders = [
  folder("b"),
  folder("a2", "a"),
  folder("a"),
  folder("a1", "a"),
  folder("deep", "a1"),
  folder("lost", "gone"),
];

describe("flattenFolders", () => {
  it("lists each folder before what lies in it, by title, with its path", () => {
    expect(flattenFolders(folders).map(({ path, depth }) => [path, depth])).toEqual([
      ["A", 0],
      ["A / A1", 1],
      ["A / A1 / DEEP", 2],
      ["A / A2", 1],
      ["B", 0],
      ["LOST", 0],
    ]);
    expect(
      flattenFolders(folders)
        .filter(({ hasChildren }) => hasChildren)
        .map(({ uid }) => uid),
    ).toEqual(["a", "a1"]);
  });
});

describe("folderChain", () => {
  it("leads from the top to the folder, and is empty for none", () => {
    expect(folderChain(folders, "deep").map(({ uid }) => uid)).toEqual(["a", "a1", "deep"]);
    expect(folderChain(folders, null)).toEqual([]);
    expect(folderChain([folder("x", "y"), folder("y", "x")], "x")).toHaveLength(2);
  });
});

describe("writableFolders", () => {
  it("leaves out those that are closed to the role", () => {
    const closed = [folder("open"), folder("closed", null, { editedFrom: "admin" })];
    expect(writableFolders(closed, "editor").map(({ uid }) => uid)).toEqual(["open"]);
    expect(writableFolders(closed, "admin")).toHaveLength(2);
  });
});
