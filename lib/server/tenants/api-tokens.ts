import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { newApiToken } from "@/lib/server/auth/api-token-secret";
import { withTenant } from "@/lib/server/db";
import { AppError } from "@/lib/shared/errors";
import { type ApiToken, type CreatedApiToken, NewApiToken } from "@/lib/shared/tenants/tenant";
import { authorOf } from "./author";
import { assertCan, type TenantContext } from "./context";
import { assertWithinQuota } from "./quota";

type TokenRow = Omit<Prisma.ApiTokenGetPayload<object>, "hash">;

function toApiToken(row: TokenRow): ApiToken {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    prefix: row.prefix,
    createdBy: row.createdByName,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}

/** Newest first, revoked and expired ones too. */
export async function listApiTokens(ctx: TenantContext): Promise<{ items: ApiToken[]; nextCursor: null }> {
  assertCan(ctx, "token:read");
  const rows = await withTenant(ctx, (tx) =>
    tx.apiToken.findMany({ where: { tenantId: ctx.tenant.id }, orderBy: { createdAt: "desc" } }),
  );
  return { items: rows.map(toApiToken), nextCursor: null };
}

/** The token itself is answered this once; only its hash is kept. */
export async function createApiToken(ctx: TenantContext, input: unknown): Promise<CreatedApiToken> {
  assertCan(ctx, "token:write");
  const { name, role, expiresInDays } = NewApiToken.parse(input);
  const { token, hash, prefix } = newApiToken();
  const author = authorOf(ctx);
  const expiresAt = expiresInDays === undefined ? null : new Date(Date.now() + expiresInDays * 86_400_000);
  const row = await withTenant(ctx, async (tx) => {
    await assertWithinQuota(tx, ctx, "apiTokens");
    const data = { tenantId: ctx.tenant.id, name, role, hash, prefix, expiresAt };
    const created = await tx.apiToken.create({
      data: { ...data, createdById: author.id, createdByName: author.name },
    });
    const details = { name, role, expiresAt: expiresAt?.toISOString() ?? null };
    await recordAudit(tx, ctx, {
      action: "token.create",
      subject: { type: "api-token", id: created.id },
      details,
    });
    return created;
  });
  return { ...toApiToken(row), token };
}

/** Refused from the next request on. */
export async function revokeApiToken(ctx: TenantContext, id: string): Promise<void> {
  assertCan(ctx, "token:write");
  const parsed = z.uuid().safeParse(id);
  await withTenant(ctx, async (tx) => {
    const where = { tenantId: ctx.tenant.id, id: parsed.data ?? "" };
    const row = parsed.success
      ? await tx.apiToken.findFirst({ where, select: { name: true, revokedAt: true } })
      : null;
    if (!row) throw new AppError("NOT_FOUND", "There is no such API token in this tenant.");
    if (row.revokedAt) return;
    await tx.apiToken.updateMany({ where, data: { revokedAt: new Date() } });
    await recordAudit(tx, ctx, {
      action: "token.revoke",
      subject: { type: "api-token", id },
      details: { name: row.name },
    });
  });
}
