import { Prisma } from "@/generated/prisma/client";
import { assertOpenTo } from "@/lib/server/dashboards/assert-open-to";
import { parseStored } from "@/lib/server/dashboards/parse-stored";
import type { Tx } from "@/lib/server/db";
import { ownTurn } from "@/lib/server/own-turn";
import type { TenantContext } from "@/lib/server/tenants/context";
import type { JsonObject } from "@/lib/shared/json";
import type { Role } from "@/lib/shared/tenants/roles";

export interface OpenDashboard {
  id: string;
  uid: string;
  title: string;
  version: number;
  document: JsonObject;
  /** The document as it is stored, letter by letter. */
  text: string;
}

type Row = Omit<OpenDashboard, "document"> & { edited_from: Role };

/** A thousand dashboards on a busy machine. */
export const bulkTimeoutMs = 120_000;

const atOnce = 25;

interface Chosen {
  by: "id" | "uid";
  keys: readonly string[];
  /** Holds them until the transaction ends. */
  lock: boolean;
}

/**
 * Dashboards with their documents, a few at a time, so that the memory holds only those at hand; in the order of their ids, so
 * that two bulk edits never wait for each other in a circle.
 * @throws AppError FORBIDDEN when one lies in a folder that is closed to the role
 */
export async function* readDashboards(
  tx: Tx,
  ctx: TenantContext,
  chosen: Chosen,
): AsyncGenerator<OpenDashboard> {
  const tenant = Prisma.sql`tenant_id = ${ctx.tenant.id}::uuid AND deleted_at IS NULL`;
  const named =
    chosen.by === "id"
      ? Prisma.sql`id = ANY(${chosen.keys}::uuid[])`
      : Prisma.sql`uid = ANY(${chosen.keys}::text[])`;
  const ids = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM dashboards WHERE ${tenant} AND ${named} ORDER BY id`;
  const lock = chosen.lock ? Prisma.sql`FOR UPDATE` : Prisma.empty;
  for (let at = 0; at < ids.length; at += atOnce) {
    const some = ids.slice(at, at + atOnce).map(({ id }) => id);
    const rows = await tx.$queryRaw<Row[]>`
      SELECT id, uid, title, version, edited_from, document::text AS text FROM dashboards
      WHERE ${tenant} AND id = ANY(${some}::uuid[]) ORDER BY id ${lock}`;
    for (const { edited_from, ...row } of rows) {
      assertOpenTo(ctx, edited_from);
      await ownTurn();
      yield { ...row, document: await parseStored(row.text) };
    }
  }
}
