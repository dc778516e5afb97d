import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import type { Template, TemplateWithDocument } from "@/lib/shared/dashboards/dashboard";
import { AppError } from "@/lib/shared/errors";
import { readTemplates } from "./read-templates";

/** The dashboards that come with the console. */
export async function listTemplates(ctx: TenantContext): Promise<{ items: Template[]; nextCursor: null }> {
  assertCan(ctx, "dashboard:read");
  const items = (await readTemplates()).map(({ document: _document, hash: _hash, ...template }) => template);
  return { items, nextCursor: null };
}

/** One of them with its document, to be posted as a new dashboard. */
export async function getTemplate(ctx: TenantContext, uid: string): Promise<TemplateWithDocument> {
  assertCan(ctx, "dashboard:read");
  const found = (await readTemplates()).find((template) => template.uid === uid);
  if (!found) throw new AppError("NOT_FOUND", `There is no template "${uid}".`);
  const { hash: _hash, ...template } = found;
  return template;
}
