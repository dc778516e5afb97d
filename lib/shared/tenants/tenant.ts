import { z } from "zod";
import { Email } from "./credentials";
import { QuotaUsage } from "./quotas";
import { roles } from "./roles";

export const RoleSchema = z.enum(roles, { error: `A role is one of ${roles.join(", ")}.` });

export const Slug = z
  .string({ error: "Give it a short name for addresses." })
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, {
    error: "A short name has 1 to 40 characters of a-z, 0-9 and -, and neither begins nor ends with -.",
  });
const TenantName = z
  .string({ error: "Give it a name." })
  .trim()
  .min(1, { error: "Give it a name." })
  .max(100);

export const NewTenant = z.object({ slug: Slug, name: TenantName });
export const ChangedTenant = z.object({ name: TenantName.optional(), suspended: z.boolean().optional() });

/** A tenant as its member sees it. */
export const MyTenant = z.object({
  slug: z.string(),
  name: z.string(),
  role: RoleSchema,
  suspended: z.boolean(),
});
export type MyTenant = z.infer<typeof MyTenant>;

/** A tenant as platform administrators see it: how much, never what. */
export const PlatformTenant = z.object({
  slug: z.string(),
  name: z.string(),
  suspended: z.boolean(),
  createdAt: z.string(),
  usage: z.array(QuotaUsage),
});
export type PlatformTenant = z.infer<typeof PlatformTenant>;

export const NewMember = z.object({ email: Email, role: RoleSchema });
export const ChangedMember = z.object({ role: RoleSchema });
export const Member = z.object({
  userId: z.string(),
  email: z.string(),
  name: z.string(),
  role: RoleSchema,
  joinedAt: z.string(),
});
export type Member = z.infer<typeof Member>;

export const Invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: RoleSchema,
  invitedBy: z.string(),
  expiresAt: z.string(),
});
export type Invitation = z.infer<typeof Invitation>;

/** Adding somebody who has an account makes a member; anybody else gets an invitation, whose link is told once. */
export const AddedMember = z.union([
  z.object({ member: Member }),
  z.object({ invitation: Invitation, token: z.string(), path: z.string() }),
]);
export type AddedMember = z.infer<typeof AddedMember>;

export const NewApiToken = z.object({
  name: z
    .string({ error: "Name the token after what uses it." })
    .trim()
    .min(1, { error: "Name the token after what uses it." })
    .max(100),
  role: RoleSchema,
  expiresInDays: z.number().int().min(1).max(3_650).optional(),
});
export const ApiToken = z.object({
  id: z.string(),
  name: z.string(),
  role: RoleSchema,
  prefix: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;
/** `token` is told this once. */
export const CreatedApiToken = ApiToken.extend({ token: z.string() });
export type CreatedApiToken = z.infer<typeof CreatedApiToken>;

export const AuditEvent = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string() }),
  action: z.string(),
  subject: z.object({ type: z.string(), id: z.string() }),
  ip: z.string().nullable(),
  requestId: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

export const AuditFilter = z.object({
  query: z.string().trim().max(200).optional().describe("Looked for in actor, action and subject."),
  action: z.string().max(100).optional(),
  actor: z.string().max(100).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  limit: z.number().int().min(1).max(1_000).default(100),
  cursor: z.string().max(200).optional(),
});
