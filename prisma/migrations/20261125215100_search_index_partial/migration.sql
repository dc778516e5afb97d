-- Prisma reads indexes on plain columns and would drop these, which it cannot describe; it leaves partial ones alone. A LIKE says
-- by itself that the column is not null.
DROP INDEX IF EXISTS dashboard_search_text, dashboard_search_expressions;
DO $$
BEGIN
  CREATE INDEX dashboard_search_text ON dashboard_search USING gin (tenant_id, text gin_trgm_ops) WHERE text IS NOT NULL;
  CREATE INDEX dashboard_search_expressions ON dashboard_search USING gin (tenant_id, expressions gin_trgm_ops)
    WHERE expressions IS NOT NULL;
EXCEPTION WHEN undefined_object THEN
  RAISE NOTICE 'Without the extensions pg_trgm and btree_gin searching among many thousands of dashboards is slow.';
END $$;
