-- DropIndex
DROP INDEX "dashboards_tenant_id_uid_key";

-- DropIndex
DROP INDEX "folders_tenant_id_parent_id_title_key";

-- DropIndex
DROP INDEX "folders_tenant_id_uid_key";

-- AlterTable
ALTER TABLE "dashboards" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "deleted_by_name" TEXT,
ADD COLUMN     "edited_from" "Role" NOT NULL DEFAULT 'editor',
ADD COLUMN     "indexed_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "seen_from" "Role" NOT NULL DEFAULT 'viewer';

-- AlterTable
ALTER TABLE "folders" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "edit_role" "Role",
ADD COLUMN     "edited_from" "Role" NOT NULL DEFAULT 'editor',
ADD COLUMN     "seen_from" "Role" NOT NULL DEFAULT 'viewer',
ADD COLUMN     "view_role" "Role";

-- CreateTable
CREATE TABLE "dashboard_search" (
    "tenant_id" UUID NOT NULL,
    "dashboard_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "expressions" TEXT NOT NULL,
    "panels" JSONB NOT NULL DEFAULT '[]',
    "metrics" TEXT[],

    CONSTRAINT "dashboard_search_pkey" PRIMARY KEY ("tenant_id","dashboard_id")
);

-- CreateTable
CREATE TABLE "recent_views" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "dashboard_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recent_views_pkey" PRIMARY KEY ("tenant_id","user_id","dashboard_id")
);

-- CreateIndex
CREATE INDEX "recent_views_tenant_id_user_id_seen_at_idx" ON "recent_views"("tenant_id", "user_id", "seen_at");

-- CreateIndex
CREATE INDEX "recent_views_tenant_id_dashboard_id_idx" ON "recent_views"("tenant_id", "dashboard_id");

-- CreateIndex
CREATE INDEX "dashboards_tenant_id_uid_idx" ON "dashboards"("tenant_id", "uid");

-- CreateIndex
CREATE INDEX "dashboards_tenant_id_updated_at_id_idx" ON "dashboards"("tenant_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "folders_tenant_id_parent_id_idx" ON "folders"("tenant_id", "parent_id");

-- AddForeignKey
ALTER TABLE "dashboard_search" ADD CONSTRAINT "dashboard_search_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dashboard_search" ADD CONSTRAINT "dashboard_search_tenant_id_dashboard_id_fkey" FOREIGN KEY ("tenant_id", "dashboard_id") REFERENCES "dashboards"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recent_views" ADD CONSTRAINT "recent_views_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recent_views" ADD CONSTRAINT "recent_views_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recent_views" ADD CONSTRAINT "recent_views_tenant_id_dashboard_id_fkey" FOREIGN KEY ("tenant_id", "dashboard_id") REFERENCES "dashboards"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What lies in the trash stands in nobody's way.
CREATE UNIQUE INDEX "dashboards_live_uid" ON "dashboards"("tenant_id", "uid") WHERE "deleted_at" IS NULL;
CREATE UNIQUE INDEX "folders_live_uid" ON "folders"("tenant_id", "uid") WHERE "deleted_at" IS NULL;
CREATE UNIQUE INDEX "folders_live_title" ON "folders"("tenant_id", "parent_id", "title") NULLS NOT DISTINCT WHERE "deleted_at" IS NULL;

-- The order of the list, and what the search has still to read.
CREATE INDEX "dashboards_by_title" ON "dashboards"("tenant_id", lower("title"), "uid");
CREATE INDEX "dashboards_unindexed" ON "dashboards"("tenant_id") WHERE "indexed_version" < "version";

GRANT SELECT, INSERT, UPDATE, DELETE ON dashboard_search, recent_views TO panelsmith_app;

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['dashboard_search', 'recent_views'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant_scope ON %I USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id())', tenant_table);
  END LOOP;
END $$;

-- Two more settings of a transaction:
--   app.role    the role of who asks; unset is the console itself
--   app.trash   'on' for the verbs of the trash; everybody else does not see what lies in it
CREATE FUNCTION app_role() RETURNS "Role" LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('app.role', true), '')::"Role", 'admin'::"Role") $$;
CREATE FUNCTION app_sees_trash() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT coalesce(current_setting('app.trash', true), '') = 'on' $$;

-- The subselects are evaluated once a query, not once a row.
CREATE POLICY visible ON dashboards AS RESTRICTIVE FOR SELECT USING (
  seen_from <= (SELECT app_role()) AND (deleted_at IS NULL OR (SELECT app_sees_trash()))
);
CREATE POLICY visible ON folders AS RESTRICTIVE FOR SELECT USING (
  seen_from <= (SELECT app_role()) AND (deleted_at IS NULL OR (SELECT app_sees_trash()))
);

-- The roles that hold for a folder and for what lies in it follow from the chain of folders. They are kept beside each row,
-- so that asking costs nothing; triggers keep them, so that no writer can forget.
CREATE FUNCTION set_folder_roles() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET app.trash = 'on' SET app.role = '' AS $$
DECLARE above folders%ROWTYPE;
BEGIN
  SELECT * INTO above FROM folders f WHERE f.tenant_id = NEW.tenant_id AND f.id = NEW.parent_id;
  NEW.seen_from := greatest(coalesce(NEW.view_role, 'viewer'), coalesce(above.seen_from, 'viewer'));
  NEW.edited_from := greatest(
    coalesce(NEW.edit_role, 'editor'), coalesce(above.edited_from, 'editor'), NEW.seen_from
  );
  RETURN NEW;
END $$;
CREATE TRIGGER folder_roles BEFORE INSERT OR UPDATE OF parent_id, view_role, edit_role ON folders
  FOR EACH ROW EXECUTE FUNCTION set_folder_roles();

CREATE FUNCTION set_dashboard_roles() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET app.trash = 'on' SET app.role = '' AS $$
DECLARE above folders%ROWTYPE;
BEGIN
  SELECT * INTO above FROM folders f WHERE f.tenant_id = NEW.tenant_id AND f.id = NEW.folder_id;
  NEW.seen_from := coalesce(above.seen_from, 'viewer');
  NEW.edited_from := coalesce(above.edited_from, 'editor');
  RETURN NEW;
END $$;
CREATE TRIGGER dashboard_roles BEFORE INSERT OR UPDATE OF folder_id ON dashboards
  FOR EACH ROW EXECUTE FUNCTION set_dashboard_roles();

CREATE FUNCTION pass_folder_roles_on() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET app.trash = 'on' SET app.role = '' AS $$
BEGIN
  UPDATE folders SET parent_id = parent_id WHERE tenant_id = NEW.tenant_id AND parent_id = NEW.id;
  UPDATE dashboards SET folder_id = folder_id WHERE tenant_id = NEW.tenant_id AND folder_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER folder_roles_down AFTER UPDATE ON folders
  FOR EACH ROW WHEN (OLD.seen_from <> NEW.seen_from OR OLD.edited_from <> NEW.edited_from)
  EXECUTE FUNCTION pass_folder_roles_on();

-- The version that a Grafana has got stays for as long as it is there, whatever the quota keeps.
CREATE OR REPLACE FUNCTION prune_dashboard_versions(target_dashboard uuid, keep integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE removed integer;
BEGIN
  DELETE FROM dashboard_versions v
  WHERE v.tenant_id = app_tenant_id() AND v.dashboard_id = target_dashboard AND v.version <= (
    SELECT max(n.version) - greatest(keep, 1) FROM dashboard_versions n
    WHERE n.tenant_id = app_tenant_id() AND n.dashboard_id = target_dashboard
  ) AND NOT EXISTS (
    SELECT FROM publications p JOIN dashboards d ON d.tenant_id = p.tenant_id AND d.uid = p.dashboard_uid
    WHERE p.tenant_id = app_tenant_id() AND d.id = target_dashboard
      AND p.dashboard_version = v.version AND p.detached_at IS NULL
  );
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;

REVOKE ALL ON FUNCTION set_folder_roles(), set_dashboard_roles(), pass_folder_roles_on() FROM PUBLIC;

-- A quota counts what the one who asks does not see, too; what lies in the trash it does not count.
CREATE FUNCTION count_dashboards() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET app.role = '' SET app.trash = '' AS $$
  SELECT count(*) FROM dashboards WHERE tenant_id = app_tenant_id() AND deleted_at IS NULL
$$;
CREATE OR REPLACE FUNCTION count_tenant_usage()
RETURNS TABLE (tenant_id uuid, dashboards bigint, datasources bigint, api_tokens bigint, members bigint, grafana_targets bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET app.counting = 'on' AS $$
BEGIN
  IF NOT app_platform() THEN
    RAISE EXCEPTION 'Only the platform scope counts the usage of all tenants.' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT t.id,
      (SELECT count(*) FROM dashboards d WHERE d.tenant_id = t.id AND d.deleted_at IS NULL),
      (SELECT count(*) FROM datasources s WHERE s.tenant_id = t.id),
      (SELECT count(*) FROM api_tokens a WHERE a.tenant_id = t.id AND a.revoked_at IS NULL AND (a.expires_at IS NULL OR a.expires_at > now())),
      (SELECT count(*) FROM memberships m WHERE m.tenant_id = t.id),
      (SELECT count(*) FROM grafana_targets g WHERE g.tenant_id = t.id)
    FROM tenants t;
END $$;
REVOKE ALL ON FUNCTION count_dashboards() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_dashboards() TO panelsmith_app;

-- The highest role that anything in a folder asks for: who may not change all of it may not delete it, seen or not.
CREATE FUNCTION folder_asks_for(target_folder uuid) RETURNS "Role"
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET app.role = '' SET app.trash = '' AS $$
  WITH RECURSIVE below AS (
    SELECT id, edited_from FROM folders WHERE tenant_id = app_tenant_id() AND id = target_folder
    UNION SELECT c.id, c.edited_from FROM folders c JOIN below b ON c.parent_id = b.id
    WHERE c.tenant_id = app_tenant_id() AND c.deleted_at IS NULL
  )
  SELECT max(edited_from) FROM below
$$;

-- What has lain in the trash of the tenant for too long goes, seen or not; a folder once nothing lies in it any more.
CREATE FUNCTION purge_trash(keep_days integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET app.role = '' SET app.trash = 'on' AS $$
DECLARE oldest timestamptz := now() - make_interval(days => keep_days);
BEGIN
  DELETE FROM dashboards WHERE tenant_id = app_tenant_id() AND deleted_at < oldest;
  LOOP
    DELETE FROM folders f WHERE f.tenant_id = app_tenant_id() AND f.deleted_at < oldest
      AND NOT EXISTS (SELECT FROM folders c WHERE c.tenant_id = f.tenant_id AND c.parent_id = f.id)
      AND NOT EXISTS (SELECT FROM dashboards d WHERE d.tenant_id = f.tenant_id AND d.folder_id = f.id);
    EXIT WHEN NOT FOUND;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION folder_asks_for(uuid), purge_trash(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION folder_asks_for(uuid), purge_trash(integer) TO panelsmith_app;
CREATE INDEX "dashboards_trash" ON "dashboards"("tenant_id", "deleted_at") WHERE "deleted_at" IS NOT NULL;
