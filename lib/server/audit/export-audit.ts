import type { TenantContext } from "@/lib/server/tenants/context";
import type { AuditEvent } from "@/lib/shared/tenants/tenant";
import { listAudit } from "./list-audit";

const columns = [
  "at",
  "actor_kind",
  "actor_id",
  "actor",
  "action",
  "subject_type",
  "subject_id",
  "ip",
  "request_id",
  "details",
];

function cell(value: string): string {
  // A spreadsheet would run a cell that begins like a formula.
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

function line({ at, actor, action, subject, ip, requestId, details }: AuditEvent): string {
  const cells = [
    at,
    actor.kind,
    actor.id ?? "",
    actor.name,
    action,
    subject.type,
    subject.id,
    ip ?? "",
    requestId ?? "",
    JSON.stringify(details),
  ];
  return `${cells.map(cell).join(",")}\r\n`;
}

/** All events that the filter fits, as CSV, page by page, so that a long log costs no memory. */
export function exportAudit(ctx: TenantContext, filter: Record<string, unknown>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: string | undefined;
  let begun = false;
  return new ReadableStream({
    async pull(controller) {
      const { items, nextCursor } = await listAudit(ctx, { ...filter, limit: 1_000, cursor });
      const head = begun ? "" : `${columns.join(",")}\r\n`;
      controller.enqueue(encoder.encode(head + items.map(line).join("")));
      begun = true;
      cursor = nextCursor ?? undefined;
      if (nextCursor === null) controller.close();
    },
  });
}
