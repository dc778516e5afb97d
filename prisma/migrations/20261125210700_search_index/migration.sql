-- The search goes by indexes of trigrams. Row-level security takes no LIKE as an index condition, so it is asked through one
-- function, which names the tenant itself and answers ids alone; the rows behind them are read under row-level security as ever.
-- A server without these two extensions of Postgres' own searches all the same, by reading the tenant's rows.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
  CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA public;
  -- The first line of the text is the title.
  CREATE INDEX dashboard_search_title ON dashboard_search USING gin (tenant_id, split_part(text, E'\n', 1) gin_trgm_ops);
  CREATE INDEX dashboard_search_text ON dashboard_search USING gin (tenant_id, text gin_trgm_ops);
  CREATE INDEX dashboard_search_expressions ON dashboard_search USING gin (tenant_id, expressions gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR feature_not_supported OR undefined_file THEN
  RAISE NOTICE 'Without the extensions pg_trgm and btree_gin searching among many thousands of dashboards is slow.';
END $$;

CREATE POLICY searching ON dashboard_search FOR SELECT TO CURRENT_USER USING (true);

-- The dashboards of the tenant that hold all the patterns, and the fragment as it was typed or without white space; at most `most`.
CREATE FUNCTION search_hits(patterns text[], typed text, squeezed text, in_titles boolean, most integer) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  place text := CASE WHEN in_titles THEN 'split_part(text, E''\n'', 1)' ELSE 'text' END;
  conditions text := '';
BEGIN
  FOR n IN 1 .. coalesce(cardinality(patterns), 0) LOOP
    conditions := conditions || format(' AND %s LIKE $2[%s]', place, n);
  END LOOP;
  IF squeezed IS NOT NULL THEN
    conditions := conditions || ' AND (expressions LIKE $4 OR text LIKE $3)';
  END IF;
  -- Planned with the values, for a tenant may hold ten dashboards or most of all there are.
  RETURN QUERY EXECUTE 'SELECT dashboard_id FROM dashboard_search WHERE tenant_id = $1' || conditions || ' LIMIT $5'
    USING app_tenant_id(), patterns, typed, squeezed, most;
END $$;
REVOKE ALL ON FUNCTION search_hits(text[], text, text, boolean, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_hits(text[], text, text, boolean, integer) TO panelsmith_app;
