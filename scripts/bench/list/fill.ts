import type pg from "pg";

export interface BenchTenant {
  id: string;
  userId: string;
}

const tenants = 1_000;
const dashboardsEach = 200;
const largeDashboards = 20_000;

/**
 * 200,000 dashboards in 1,000 tenants, and a tenant of 20,000 besides, written straight into the tables. A fifth of what a
 * dashboard's search text holds is its own; the rest is what dashboards of one company share.
 */
export async function fill(owner: pg.Client): Promise<{ usual: BenchTenant[]; large: BenchTenant }> {
  await owner.query(`
    INSERT INTO tenants (id, slug, name)
      SELECT gen_random_uuid(), 'bench-' || n, 'Bench ' || n FROM generate_series(0, ${tenants}) n;
    INSERT INTO users (id, email, name) SELECT gen_random_uuid(), slug || '@example.org', slug FROM tenants;
    INSERT INTO memberships (tenant_id, user_id, role)
      SELECT t.id, u.id, 'viewer' FROM tenants t JOIN users u ON u.name = t.slug;
    INSERT INTO folders (id, tenant_id, uid, title, updated_at, view_role)
      SELECT gen_random_uuid(), t.id, 'folder-' || n, 'Folder ' || n, now(), CASE n WHEN 20 THEN 'publisher'::"Role" END
      FROM tenants t, generate_series(1, 20) n`);
  await insertDashboards(owner, "slug <> 'bench-0'", dashboardsEach);
  await insertDashboards(owner, "slug = 'bench-0'", largeDashboards);
  await owner.query(`
    INSERT INTO stars (tenant_id, user_id, dashboard_id)
      SELECT d.tenant_id, m.user_id, d.id FROM dashboards d JOIN memberships m USING (tenant_id) WHERE random() < 0.05;
    INSERT INTO recent_views (tenant_id, user_id, dashboard_id, seen_at)
      SELECT d.tenant_id, m.user_id, d.id, now() - random() * interval '30 days'
      FROM dashboards d JOIN memberships m USING (tenant_id) WHERE random() < 0.1`);
  await owner.query("VACUUM (ANALYZE)");
  const { rows } = await owner.query<BenchTenant & { slug: string }>(
    `SELECT t.id, m.user_id AS "userId", t.slug FROM tenants t JOIN memberships m ON m.tenant_id = t.id ORDER BY t.slug`,
  );
  const [large, ...usual] = rows;
  if (!large) throw new Error("No tenant was written.");
  return { usual, large };
}

async function insertDashboards(owner: pg.Client, which: string, each: number): Promise<void> {
  await owner.query(`
    INSERT INTO dashboards (id, tenant_id, uid, title, tags, folder_id, document, version, indexed_version,
      created_by_name, updated_by_name, updated_at)
    SELECT gen_random_uuid(), t.id, 'uid-' || n, md5(t.slug || n) || ' service ' || n || ' overview',
      ARRAY['team-' || n % 10, 'tier-' || n % 3], f.id, json_build_object('title', 'x', 'filler', repeat(md5(n::text), 40)),
      1, 1, 'Bench', 'Bench', now() - n * interval '1 minute'
    FROM (SELECT * FROM tenants WHERE ${which}) t CROSS JOIN generate_series(1, ${each}) n
    LEFT JOIN folders f ON f.tenant_id = t.id AND f.uid = 'folder-' || n % 30`);
  await owner.query(`
    INSERT INTO dashboard_search (tenant_id, dashboard_id, text, expressions, panels, metrics)
    SELECT d.tenant_id, d.id, lower(d.title) || E'\\n' || array_to_string(d.tags, E'\\n') || E'\\n' || w.text,
      w.expressions || 'rate(' || substr(md5(d.title), 1, 12) || '_total[5m])', w.panels, w.metrics
    FROM dashboards d JOIN tenants t ON t.id = d.tenant_id AND t.${which},
    LATERAL (
      SELECT string_agg('panel ' || k || ' latency of ' || substr(md5(d.uid || k), 1, 8) || E'\\n' || 'metric_' || k || '_seconds_bucket', E'\\n') || E'\\nhistogram_quantile\\n0.99\\nsum\\nby\\nle\\nrate\\njob\\napi\\n5m' AS text,
        string_agg('histogram_quantile(0.99,sumby(le)(rate(metric_' || k || '_seconds_bucket{job="api"}[5m])))', E'\\n') AS expressions,
        jsonb_agg(jsonb_build_object('id', k, 'title', 'Panel ' || k || ' latency of ' || substr(md5(d.uid || k), 1, 8))) AS panels,
        array_agg('metric_' || k || '_seconds_bucket') AS metrics
      FROM generate_series(1, 20) k
    ) w`);
}
