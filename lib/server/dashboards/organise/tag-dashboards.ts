import { toDocument } from "@/lib/server/dashboards/dashboard-dto";
import { lockDashboard, writeNextVersion } from "@/lib/server/dashboards/save-dashboard";
import { toStorable } from "@/lib/server/dashboards/storable-document";
import { storedText } from "@/lib/server/dashboards/stored-text";
import { type Tx, withTenant } from "@/lib/server/db";
import { assertCan, type TenantContext } from "@/lib/server/tenants/context";
import { carryOver } from "@/lib/shared/dashboards/json-text/carry-over";
import { type TagChanges, TaggedDashboards } from "@/lib/shared/dashboards/library";

type Change = TagChanges["changes"][number];

/** Adds and takes away tags, all or none; tags stand in the document, so each change is a version. */
export async function tagDashboards(ctx: TenantContext, input: unknown): Promise<TagChanges> {
  assertCan(ctx, "dashboard:write");
  const { changes } = TaggedDashboards.parse(input);
  return withTenant(ctx, async (tx) => {
    const done: Change[] = [];
    for (const change of changes) {
      const made = await tagOne(tx, ctx, change);
      if (made.add.length + made.remove.length > 0) done.push(made);
    }
    return { changes: done };
  });
}

async function tagOne(tx: Tx, ctx: TenantContext, { uid, ...wanted }: Change): Promise<Change> {
  const row = await lockDashboard(tx, ctx, uid);
  const text = await storedText(tx, ctx, row);
  const document = toDocument(JSON.parse(text));
  const tags = Array.isArray(document.tags) ? document.tags : [];
  const remove = wanted.remove.filter((tag) => tags.includes(tag) && !wanted.add.includes(tag));
  const add = wanted.add.filter((tag) => !tags.includes(tag));
  if (add.length + remove.length === 0) return { uid, add, remove };
  const kept = tags.filter((tag) => typeof tag !== "string" || !remove.includes(tag));
  const tagged = { ...document, tags: [...kept, ...add] };
  await writeNextVersion(tx, ctx, row, {
    content: await toStorable(tagged, carryOver(text, JSON.stringify(tagged))),
    message: describe(add, remove),
    action: "dashboard.save",
  });
  return { uid, add, remove };
}

function describe(add: readonly string[], remove: readonly string[]): string {
  const parts = [
    ...(add.length > 0 ? [`Tagged ${add.join(", ")}`] : []),
    ...(remove.length > 0 ? [`Took away the tags ${remove.join(", ")}`] : []),
  ];
  return parts.join("; ").slice(0, 500);
}
