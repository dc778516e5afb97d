-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'editor', 'publisher', 'admin');

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('user', 'token', 'system');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "is_platform_admin" BOOLEAN NOT NULL DEFAULT false,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "tenants" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "suspended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("tenant_id","user_id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by_name" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "folders" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "uid" VARCHAR(40) NOT NULL,
    "title" TEXT NOT NULL,
    "parent_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "folders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dashboards" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "uid" VARCHAR(40) NOT NULL,
    "title" TEXT NOT NULL,
    "tags" TEXT[],
    "folder_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "document" JSON NOT NULL,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "updated_by_id" UUID,
    "updated_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dashboards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dashboard_versions" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "dashboard_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "document" JSON NOT NULL,
    "hash" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dashboard_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stars" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "dashboard_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stars_pkey" PRIMARY KEY ("tenant_id","user_id","dashboard_id")
);

-- CreateTable
CREATE TABLE "datasources" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "uid" VARCHAR(40) NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "matchers" JSONB NOT NULL DEFAULT '{}',
    "enforce_conflict" TEXT NOT NULL DEFAULT 'empty',
    "headers_encrypted" TEXT,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "datasources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grafana_targets" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "auth_kind" TEXT NOT NULL,
    "credentials_encrypted" TEXT NOT NULL,
    "org_id" INTEGER,
    "folder" TEXT,
    "datasources" JSONB NOT NULL DEFAULT '{}',
    "grafana_version" TEXT,
    "last_test" JSONB,
    "last_tested_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "grafana_targets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publish_plans" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "items" JSON NOT NULL,
    "result" JSON,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_by_name" TEXT,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "publish_plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publications" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "dashboard_uid" VARCHAR(40) NOT NULL,
    "dashboard_version" INTEGER NOT NULL,
    "grafana_uid" TEXT NOT NULL,
    "grafana_version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "base" JSON,
    "url" TEXT,
    "folder_uid" TEXT,
    "published_by_id" UUID,
    "published_by_name" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "drift" JSONB,
    "checked_at" TIMESTAMPTZ(3),
    "detached_at" TIMESTAMPTZ(3),

    CONSTRAINT "publications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "hash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quotas" (
    "tenant_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "limit" INTEGER NOT NULL,

    CONSTRAINT "quotas_pkey" PRIMARY KEY ("tenant_id","key")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" "ActorKind" NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "ip" TEXT,
    "request_id" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seed_entries" (
    "tenant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "seed_entries_pkey" PRIMARY KEY ("tenant_id","kind","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "tenants_slug_key" ON "tenants"("slug");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_tenant_id_email_idx" ON "invitations"("tenant_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_tenant_id_id_key" ON "invitations"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "folders_tenant_id_id_key" ON "folders"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "folders_tenant_id_uid_key" ON "folders"("tenant_id", "uid");

-- CreateIndex
CREATE UNIQUE INDEX "folders_tenant_id_parent_id_title_key" ON "folders"("tenant_id", "parent_id", "title") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "dashboards_tenant_id_title_id_idx" ON "dashboards"("tenant_id", "title", "id");

-- CreateIndex
CREATE UNIQUE INDEX "dashboards_tenant_id_id_key" ON "dashboards"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "dashboards_tenant_id_uid_key" ON "dashboards"("tenant_id", "uid");

-- CreateIndex
CREATE UNIQUE INDEX "dashboards_tenant_id_folder_id_title_key" ON "dashboards"("tenant_id", "folder_id", "title") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "dashboard_versions_tenant_id_id_key" ON "dashboard_versions"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "dashboard_versions_tenant_id_dashboard_id_version_key" ON "dashboard_versions"("tenant_id", "dashboard_id", "version");

-- CreateIndex
CREATE INDEX "stars_tenant_id_dashboard_id_idx" ON "stars"("tenant_id", "dashboard_id");

-- CreateIndex
CREATE UNIQUE INDEX "datasources_tenant_id_id_key" ON "datasources"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "datasources_tenant_id_uid_key" ON "datasources"("tenant_id", "uid");

-- CreateIndex
CREATE UNIQUE INDEX "datasources_tenant_id_name_key" ON "datasources"("tenant_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "grafana_targets_tenant_id_id_key" ON "grafana_targets"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "grafana_targets_tenant_id_name_key" ON "grafana_targets"("tenant_id", "name");

-- CreateIndex
CREATE INDEX "publish_plans_tenant_id_created_at_idx" ON "publish_plans"("tenant_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "publish_plans_tenant_id_id_key" ON "publish_plans"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "publications_tenant_id_id_key" ON "publications"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "publications_tenant_id_target_id_dashboard_uid_key" ON "publications"("tenant_id", "target_id", "dashboard_uid");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_hash_key" ON "api_tokens"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_tenant_id_id_key" ON "api_tokens"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "audit_events_tenant_id_at_id_idx" ON "audit_events"("tenant_id", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_events_tenant_id_id_key" ON "audit_events"("tenant_id", "id");

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "folders" ADD CONSTRAINT "folders_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "folders" ADD CONSTRAINT "folders_tenant_id_parent_id_fkey" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "folders"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "dashboards" ADD CONSTRAINT "dashboards_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dashboards" ADD CONSTRAINT "dashboards_tenant_id_folder_id_fkey" FOREIGN KEY ("tenant_id", "folder_id") REFERENCES "folders"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "dashboard_versions" ADD CONSTRAINT "dashboard_versions_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dashboard_versions" ADD CONSTRAINT "dashboard_versions_tenant_id_dashboard_id_fkey" FOREIGN KEY ("tenant_id", "dashboard_id") REFERENCES "dashboards"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stars" ADD CONSTRAINT "stars_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stars" ADD CONSTRAINT "stars_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stars" ADD CONSTRAINT "stars_tenant_id_dashboard_id_fkey" FOREIGN KEY ("tenant_id", "dashboard_id") REFERENCES "dashboards"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "datasources" ADD CONSTRAINT "datasources_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grafana_targets" ADD CONSTRAINT "grafana_targets_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publish_plans" ADD CONSTRAINT "publish_plans_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publish_plans" ADD CONSTRAINT "publish_plans_tenant_id_target_id_fkey" FOREIGN KEY ("tenant_id", "target_id") REFERENCES "grafana_targets"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_tenant_id_target_id_fkey" FOREIGN KEY ("tenant_id", "target_id") REFERENCES "grafana_targets"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quotas" ADD CONSTRAINT "quotas_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seed_entries" ADD CONSTRAINT "seed_entries_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One default datasource a tenant.
CREATE UNIQUE INDEX "datasources_one_default" ON "datasources"("tenant_id") WHERE "is_default";

-- Row-level security. The application connects as the migrating user and takes the role panelsmith_app, which owns
-- nothing and bypasses nothing. A transaction says who asks:
--   app.tenant_id   the tenant whose rows it may see
--   app.user_id     the person whose memberships it may see
--   app.platform    'on' for the verbs of platform administrators: tenants, memberships, quotas, audit
--   app.token_hash  the API token or invitation to be found before its tenant is known
-- Without a scope nothing is seen and nothing can be written.

DO $$
BEGIN
  CREATE ROLE panelsmith_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'panelsmith_app', 'MEMBER') OR (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT panelsmith_app TO %I', current_user);
  END IF;
EXCEPTION WHEN unique_violation OR object_in_use OR internal_error THEN NULL;
END $$;

CREATE FUNCTION app_tenant_id() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.tenant_id', true), '')::uuid $$;
CREATE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
CREATE FUNCTION app_platform() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT coalesce(current_setting('app.platform', true), '') = 'on' $$;
CREATE FUNCTION app_token_hash() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.token_hash', true), '') $$;

GRANT USAGE ON SCHEMA public TO panelsmith_app;
GRANT SELECT, INSERT, UPDATE ON users TO panelsmith_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO panelsmith_app;
GRANT SELECT, INSERT, UPDATE ON tenants TO panelsmith_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON
  memberships, invitations, folders, dashboards, stars, datasources, grafana_targets, publish_plans, publications,
  api_tokens, quotas, seed_entries
TO panelsmith_app;
GRANT SELECT, INSERT ON dashboard_versions, audit_events TO panelsmith_app;

-- Every table with a tenant: only the rows of the tenant in scope.
DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY[
    'memberships', 'invitations', 'folders', 'dashboards', 'dashboard_versions', 'stars', 'datasources',
    'grafana_targets', 'publish_plans', 'publications', 'api_tokens', 'quotas', 'audit_events', 'seed_entries'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant_scope ON %I USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id())', tenant_table);
  END LOOP;
END $$;

CREATE POLICY own_memberships ON memberships FOR SELECT USING (user_id = app_user_id());
CREATE POLICY platform_scope ON memberships USING (app_platform()) WITH CHECK (app_platform());
CREATE POLICY platform_scope ON quotas USING (app_platform()) WITH CHECK (app_platform());
CREATE POLICY platform_reads ON audit_events FOR SELECT USING (app_platform());
CREATE POLICY platform_writes ON audit_events FOR INSERT WITH CHECK (app_platform());
CREATE POLICY token_lookup ON api_tokens FOR SELECT USING (hash = app_token_hash());
CREATE POLICY token_lookup ON invitations FOR SELECT USING (token_hash = app_token_hash());

ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_scope ON tenants FOR SELECT USING (id = app_tenant_id());
-- SELECT ... FOR UPDATE, with which quotas are counted one after another, needs a policy for UPDATE.
CREATE POLICY tenant_lock ON tenants FOR UPDATE USING (id = app_tenant_id()) WITH CHECK (id = app_tenant_id());
CREATE POLICY platform_scope ON tenants USING (app_platform()) WITH CHECK (app_platform());
CREATE POLICY own_tenants ON tenants FOR SELECT USING (
  EXISTS (SELECT FROM memberships m WHERE m.tenant_id = tenants.id AND m.user_id = app_user_id())
);
CREATE POLICY token_tenant ON tenants FOR SELECT USING (
  EXISTS (SELECT FROM api_tokens t WHERE t.tenant_id = tenants.id AND t.hash = app_token_hash())
  OR EXISTS (SELECT FROM invitations i WHERE i.tenant_id = tenants.id AND i.token_hash = app_token_hash())
);

-- Retention is the one way in which versions go while their dashboard stays.
CREATE FUNCTION prune_dashboard_versions(target_dashboard uuid, keep integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE removed integer;
BEGIN
  DELETE FROM dashboard_versions v
  WHERE v.tenant_id = app_tenant_id() AND v.dashboard_id = target_dashboard AND v.version <= (
    SELECT max(n.version) - greatest(keep, 1) FROM dashboard_versions n
    WHERE n.tenant_id = app_tenant_id() AND n.dashboard_id = target_dashboard
  );
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;

-- Counting for platform administrators, who see how much a tenant has and not what. The setting lets the owner of the
-- function count; for the application's role it changes nothing, because the policies are the owner's alone.
DO $$
DECLARE counted_table text;
BEGIN
  FOREACH counted_table IN ARRAY ARRAY['dashboards', 'datasources', 'api_tokens', 'memberships', 'grafana_targets'] LOOP
    EXECUTE format('CREATE POLICY counting ON %I FOR SELECT TO CURRENT_USER USING (current_setting(''app.counting'', true) = ''on'')', counted_table);
  END LOOP;
END $$;

CREATE FUNCTION count_tenant_usage()
RETURNS TABLE (tenant_id uuid, dashboards bigint, datasources bigint, api_tokens bigint, members bigint, grafana_targets bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET app.counting = 'on' AS $$
BEGIN
  IF NOT app_platform() THEN
    RAISE EXCEPTION 'Only the platform scope counts the usage of all tenants.' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT t.id,
      (SELECT count(*) FROM dashboards d WHERE d.tenant_id = t.id),
      (SELECT count(*) FROM datasources s WHERE s.tenant_id = t.id),
      (SELECT count(*) FROM api_tokens a WHERE a.tenant_id = t.id AND a.revoked_at IS NULL AND (a.expires_at IS NULL OR a.expires_at > now())),
      (SELECT count(*) FROM memberships m WHERE m.tenant_id = t.id),
      (SELECT count(*) FROM grafana_targets g WHERE g.tenant_id = t.id)
    FROM tenants t;
END $$;

REVOKE ALL ON FUNCTION prune_dashboard_versions(uuid, integer), count_tenant_usage() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prune_dashboard_versions(uuid, integer), count_tenant_usage() TO panelsmith_app;
