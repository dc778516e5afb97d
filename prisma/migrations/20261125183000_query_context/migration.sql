-- What a query needs to know of its tenant, asked with every one: one statement instead of a transaction of four. It
-- runs with the rights of the caller, who sees the rows of this tenant alone while it runs, as in any scope.
CREATE FUNCTION find_query_context(wanted_tenant uuid) RETURNS TABLE (datasources jsonb, quotas jsonb)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.tenant_id', wanted_tenant::text, true);
  RETURN QUERY SELECT
    (SELECT jsonb_agg(jsonb_build_object(
       'id', d.id, 'uid', d.uid, 'name', d.name, 'url', d.url, 'matchers', d.matchers,
       'headersEncrypted', d.headers_encrypted, 'enforceConflict', d.enforce_conflict, 'revision', d.revision
     ) ORDER BY d.is_default DESC, d.created_at)
     FROM datasources d WHERE d.tenant_id = wanted_tenant),
    (SELECT jsonb_object_agg(q.key, q."limit") FROM quotas q WHERE q.tenant_id = wanted_tenant);
END $$;

REVOKE ALL ON FUNCTION find_query_context(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_query_context(uuid) TO panelsmith_app;
