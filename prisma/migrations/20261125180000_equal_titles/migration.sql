-- Grafana takes equal titles in one folder (since 11.3), so importing does too.
-- DropIndex
DROP INDEX "dashboards_tenant_id_folder_id_title_key";

-- CreateIndex
CREATE INDEX "dashboards_tenant_id_folder_id_title_idx" ON "dashboards"("tenant_id", "folder_id", "title");
