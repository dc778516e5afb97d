import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/shared/tenants/roles";
import type { Member } from "@/lib/shared/tenants/tenant";
import { findMembers, isLastAdmin } from "./find-members";

function member(userId: string, role: Role): Member {
  return { userId, name: `Name of ${userId}`, email: `${userId}@example.org`, role, joinedAt: "" };
}
const members = [member("ada", "admin"), member("bob", "viewer"), member("eve", "editor")];

describe("findMembers", () => {
  it("looks in name, e-mail and role, whatever the case", () => {
    expect(findMembers(members, " ADA@ ").map(({ userId }) => userId)).toEqual(["ada"]);
    expect(findMembers(members, "view").map(({ userId }) => userId)).toEqual(["bob"]);
    expect(findMembers(members, "")).toHaveLength(3);
    expect(findMembers(members, "nobody")).toEqual([]);
  });
});

describe("isLastAdmin", () => {
  it("knows the only admin, and that two are two", () => {
    expect(isLastAdmin(members, "ada")).toBe(true);
    expect(isLastAdmin(members, "bob")).toBe(false);
    expect(isLastAdmin([...members, member("zoe", "admin")], "ada")).toBe(false);
  });
});
