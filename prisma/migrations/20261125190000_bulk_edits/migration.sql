-- CreateTable
CREATE TABLE "bulk_edits" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "change" JSONB NOT NULL,
    "items" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_name" TEXT,

    CONSTRAINT "bulk_edits_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bulk_edits_tenant_id_created_at_idx" ON "bulk_edits"("tenant_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_edits_tenant_id_id_key" ON "bulk_edits"("tenant_id", "id");

-- AddForeignKey
ALTER TABLE "bulk_edits" ADD CONSTRAINT "bulk_edits_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was done stays; only that it was undone is added.
GRANT SELECT, INSERT ON bulk_edits TO panelsmith_app;
GRANT UPDATE ("undone_at", "undone_by_name") ON bulk_edits TO panelsmith_app;

ALTER TABLE bulk_edits ENABLE ROW LEVEL SECURITY;
ALTER TABLE bulk_edits FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_scope ON bulk_edits USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());
