-- CreateTable
CREATE TABLE "annotations" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "dashboard_id" UUID,
    "panel_id" INTEGER,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "tags" TEXT[],
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "annotations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "annotations_tenant_id_starts_at_idx" ON "annotations"("tenant_id", "starts_at");

-- CreateIndex
CREATE INDEX "annotations_tenant_id_dashboard_id_starts_at_idx" ON "annotations"("tenant_id", "dashboard_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "annotations_tenant_id_id_key" ON "annotations"("tenant_id", "id");

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_tenant_id_dashboard_id_fkey" FOREIGN KEY ("tenant_id", "dashboard_id") REFERENCES "dashboards"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

GRANT SELECT, INSERT, UPDATE, DELETE ON annotations TO panelsmith_app;

ALTER TABLE annotations ENABLE ROW LEVEL SECURITY;
ALTER TABLE annotations FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_scope ON annotations USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

-- An annotation is seen by whom its dashboard is seen by: the policies of dashboards hold inside the subselect.
CREATE POLICY visible ON annotations AS RESTRICTIVE FOR SELECT USING (
  dashboard_id IS NULL OR EXISTS (
    SELECT FROM dashboards d WHERE d.tenant_id = annotations.tenant_id AND d.id = annotations.dashboard_id
  )
);
