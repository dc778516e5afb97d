-- Who may enter is asked with every request, before any scope is known: one query each instead of a transaction. The
-- policies are the owner's alone, and only inside these functions; the application's role gains nothing by the setting.
CREATE POLICY access_lookup ON memberships FOR SELECT TO CURRENT_USER USING (current_setting('app.access', true) = 'on');
CREATE POLICY access_lookup ON tenants FOR SELECT TO CURRENT_USER USING (current_setting('app.access', true) = 'on');
CREATE POLICY access_lookup ON api_tokens FOR SELECT TO CURRENT_USER USING (current_setting('app.access', true) = 'on');

CREATE FUNCTION find_user_access(wanted_user uuid, wanted_slug text)
RETURNS TABLE (
  actor_id uuid, actor_name text, session_version integer, tenant_id uuid, tenant_slug text, tenant_name text,
  suspended_at timestamptz, role "Role"
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET app.access = 'on' AS $$
  SELECT u.id, u.name, u.session_version, t.id, t.slug, t.name, t.suspended_at, m.role
  FROM users u
  LEFT JOIN tenants t ON t.slug = wanted_slug
    AND EXISTS (SELECT FROM memberships x WHERE x.tenant_id = t.id AND x.user_id = u.id)
  LEFT JOIN memberships m ON m.tenant_id = t.id AND m.user_id = u.id
  WHERE u.id = wanted_user
$$;

CREATE FUNCTION find_token_access(wanted_hash text)
RETURNS TABLE (
  actor_id uuid, actor_name text, tenant_id uuid, tenant_slug text, tenant_name text, suspended_at timestamptz,
  role "Role", expires_at timestamptz, revoked_at timestamptz, last_used_at timestamptz
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET app.access = 'on' AS $$
  SELECT a.id, a.name, t.id, t.slug, t.name, t.suspended_at, a.role, a.expires_at, a.revoked_at, a.last_used_at
  FROM api_tokens a JOIN tenants t ON t.id = a.tenant_id
  WHERE a.hash = wanted_hash
$$;

REVOKE ALL ON FUNCTION find_user_access(uuid, text), find_token_access(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_user_access(uuid, text), find_token_access(text) TO panelsmith_app;
