/** Actions that the console records; others may come with newer versions and can be typed. */
export const knownActions: readonly string[] = [
  "bulk-edit.apply",
  "bulk-edit.undo",
  "dashboard.create",
  "dashboard.delete",
  "dashboard.detach",
  "dashboard.duplicate",
  "dashboard.import",
  "dashboard.move",
  "dashboard.publish",
  "dashboard.purge",
  "dashboard.restore",
  "dashboard.save",
  "dashboard.untrash",
  "datasource.change",
  "datasource.create",
  "datasource.delete",
  "folder.change",
  "folder.create",
  "folder.delete",
  "folder.untrash",
  "grafana-target.create",
  "grafana-target.delete",
  "grafana-target.update",
  "member.add",
  "member.change",
  "member.invite",
  "member.join",
  "member.remove",
  "member.uninvite",
  "publish.apply",
  "publish.plan",
  "quota.change",
  "tenant.change",
  "tenant.create",
  "tenant.enter",
  "tenant.resume",
  "tenant.suspend",
  "token.create",
  "token.revoke",
];

/** The details of an event on one line: `email ada@example.org, role viewer`; null and empty ones say nothing. */
export function detailsLine(details: Readonly<Record<string, unknown>>): string {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([key, value]) => `${key} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join(", ");
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What people call the subject: ids that nobody knows by heart are told by the name or address in the details. */
export function subjectName(id: string, details: Readonly<Record<string, unknown>>): string {
  if (!uuid.test(id)) return id;
  const known = [details.email, details.name, details.title].find(
    (name) => typeof name === "string" && name !== "",
  );
  return typeof known === "string" ? known : id;
}
