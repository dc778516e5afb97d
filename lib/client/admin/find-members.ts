import type { Member } from "@/lib/shared/tenants/tenant";

/** Those whose name, e-mail or role holds the text. */
export function findMembers(members: readonly Member[], query: string): readonly Member[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return members;
  return members.filter(({ name, email, role }) =>
    [name, email, role].some((text) => text.toLowerCase().includes(wanted)),
  );
}

export function isLastAdmin(members: readonly Member[], userId: string): boolean {
  const admins = members.filter(({ role }) => role === "admin");
  return admins.length === 1 && admins[0]?.userId === userId;
}
