import { randomUUID } from "node:crypto";
import { recordAudits } from "@/lib/server/audit/record-audit";
import { carryOverInTurns } from "@/lib/server/dashboards/carry-over-in-turns";
import { type StorableDocument, toStorable } from "@/lib/server/dashboards/storable-document";
import type { Tx } from "@/lib/server/db";
import { authorOf } from "@/lib/server/tenants/author";
import type { TenantContext } from "@/lib/server/tenants/context";
import { getQuota } from "@/lib/server/tenants/quota";
import type { JsonObject } from "@/lib/shared/json";
import type { OpenDashboard } from "./read-dashboards";

const atOnce = 25;

interface Written {
  action: string;
  /** Of each version that comes without its own. */
  message?: string;
  /** Goes into the audit event of each dashboard. */
  bulkEdit?: string;
}

interface Line extends Pick<StorableDocument, "title" | "tags" | "text" | "hash" | "search"> {
  id: string;
  uid: string;
  version: number;
  message: string;
}

/** Writes next versions of locked dashboards with a handful of statements for many; `end` writes the rest. */
export class VersionWriter {
  readonly #tx: Tx;
  readonly #ctx: TenantContext;
  readonly #written: Written;
  #lines: Line[] = [];

  constructor(tx: Tx, ctx: TenantContext, written: Written) {
    this.#tx = tx;
    this.#ctx = ctx;
    this.#written = written;
  }

  /** Takes a changed document; where it says the same as before, its spelling stays. Answers the new version. */
  async add(
    before: OpenDashboard,
    document: JsonObject,
    message = this.#written.message ?? "",
  ): Promise<number> {
    const text = await carryOverInTurns(before.text, JSON.stringify(document));
    const content = await toStorable(document, text);
    const version = before.version + 1;
    this.#lines.push({
      id: before.id,
      uid: before.uid,
      title: content.title,
      version,
      message,
      text,
      hash: content.hash,
      tags: content.tags,
      search: content.search,
    });
    if (this.#lines.length >= atOnce) await this.end();
    return version;
  }

  async end(): Promise<void> {
    const lines = this.#lines;
    this.#lines = [];
    if (lines.length === 0) return;
    await this.#writeDashboards(lines);
    await this.#writeSearch(lines);
    await this.#writeAudit(lines);
    await this.#prune(lines);
  }

  async #writeDashboards(lines: readonly Line[]): Promise<void> {
    const author = authorOf(this.#ctx);
    const tenantId = this.#ctx.tenant.id;
    const rows = lines.map(({ search: _, ...line }) => ({ ...line, versionId: randomUUID() }));
    await this.#tx.$executeRaw`
      WITH given AS (
        SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS
          line(id uuid, title text, version int, message text, text text, hash text, tags json, "versionId" uuid)),
      written AS (
        UPDATE dashboards SET
          document = given.text::json, title = given.title, version = given.version, indexed_version = given.version,
          tags = ARRAY(SELECT json_array_elements_text(given.tags)),
          updated_at = now(), updated_by_id = ${author.id}::uuid, updated_by_name = ${author.name}
        FROM given WHERE dashboards.tenant_id = ${tenantId}::uuid AND dashboards.id = given.id
        RETURNING dashboards.id, document)
      INSERT INTO dashboard_versions
        (id, tenant_id, dashboard_id, version, document, hash, message, created_by_id, created_by_name)
      SELECT "versionId", ${tenantId}::uuid, given.id, given.version, written.document, hash,
        message, ${author.id}::uuid, ${author.name}
      FROM given JOIN written USING (id)`;
  }

  async #writeSearch(lines: readonly Line[]): Promise<void> {
    const rows = lines.map(({ id, search }) => ({ id, ...search }));
    await this.#tx.$executeRaw`
      INSERT INTO dashboard_search (tenant_id, dashboard_id, text, expressions, panels, metrics)
      SELECT ${this.#ctx.tenant.id}::uuid, id, text, expressions, panels, ARRAY(SELECT json_array_elements_text(metrics))
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS
        line(id uuid, text text, expressions text, panels jsonb, metrics json)
      ON CONFLICT (tenant_id, dashboard_id) DO UPDATE
      SET text = excluded.text, expressions = excluded.expressions, panels = excluded.panels, metrics = excluded.metrics`;
  }

  async #writeAudit(lines: readonly Line[]): Promise<void> {
    const { action, bulkEdit } = this.#written;
    await recordAudits(
      this.#tx,
      this.#ctx,
      lines.map(({ uid, title, version, message }) => ({
        action,
        subject: { type: "dashboard", id: uid },
        details: { title, version, message, ...(bulkEdit ? { bulkEdit } : {}) },
      })),
    );
  }

  async #prune(lines: readonly Line[]): Promise<void> {
    const keep = await getQuota(this.#tx, this.#ctx, "versionsKept");
    const ids = lines.filter(({ version }) => version > keep).map(({ id }) => id);
    if (ids.length === 0) return;
    await this.#tx.$queryRaw`
      SELECT prune_dashboard_versions(id, ${keep}::int) FROM unnest(${ids}::uuid[]) AS id`;
  }
}
