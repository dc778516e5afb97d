import { expect, type Page } from "@playwright/test";
import { call } from "./call";

/** Stores a document in the tenant, in place of what an earlier run left there. */
export async function keepDashboard(page: Page, tenant: string, document: object): Promise<void> {
  const imported = { document, overwrite: true };
  const { status } = await call(page, "POST", `/api/v1/tenants/${tenant}/dashboards/import`, imported);
  expect(status).toBeLessThan(300);
}
