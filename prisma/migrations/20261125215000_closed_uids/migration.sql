-- CreateTable
CREATE TABLE "closed_uids" (
    "tenant_id" UUID NOT NULL,
    "uid" VARCHAR(40) NOT NULL,
    "seen_from" "Role" NOT NULL,

    CONSTRAINT "closed_uids_pkey" PRIMARY KEY ("tenant_id","uid")
);

-- AddForeignKey
ALTER TABLE "closed_uids" ADD CONSTRAINT "closed_uids_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT ON closed_uids TO panelsmith_app;
ALTER TABLE closed_uids ENABLE ROW LEVEL SECURITY;
ALTER TABLE closed_uids FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_scope ON closed_uids USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

-- What was published or planned names a dashboard for longer than there is one: what was closed to a role stays closed to it.
CREATE FUNCTION keep_closed_uid() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO closed_uids (tenant_id, uid, seen_from)
  SELECT t.id, OLD.uid, OLD.seen_from FROM tenants t WHERE t.id = OLD.tenant_id
  ON CONFLICT (tenant_id, uid) DO UPDATE SET seen_from = greatest(closed_uids.seen_from, excluded.seen_from);
  RETURN NULL;
END $$;
CREATE TRIGGER closed_uid AFTER DELETE ON dashboards
  FOR EACH ROW WHEN (OLD.seen_from <> 'viewer') EXECUTE FUNCTION keep_closed_uid();
REVOKE ALL ON FUNCTION keep_closed_uid() FROM PUBLIC;

CREATE INDEX "dashboards_closed" ON "dashboards"("tenant_id", "uid") WHERE "seen_from" <> 'viewer';

-- The uids that name what is closed to a role: of dashboards that are there, lie in the trash or are gone; a dashboard that
-- the role sees has its uid for itself.
CREATE FUNCTION hidden_uids(who "Role") RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET app.role = '' SET app.trash = 'on' AS $$
  SELECT h.uid FROM (
    SELECT d.uid FROM dashboards d
    WHERE d.tenant_id = app_tenant_id() AND d.seen_from <> 'viewer' AND d.seen_from > who AND who < 'admin'
    UNION
    SELECT c.uid FROM closed_uids c WHERE c.tenant_id = app_tenant_id() AND c.seen_from > who
  ) h
  WHERE NOT EXISTS (
    SELECT FROM dashboards v
    WHERE v.tenant_id = app_tenant_id() AND v.uid = h.uid AND v.deleted_at IS NULL AND v.seen_from <= who
  )
$$;
REVOKE ALL ON FUNCTION hidden_uids("Role") FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hidden_uids("Role") TO panelsmith_app;

CREATE POLICY visible ON publications AS RESTRICTIVE FOR SELECT USING (
  dashboard_uid NOT IN (SELECT hidden_uids(app_role()))
);
