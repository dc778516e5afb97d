import { expect, type Page } from "@playwright/test";

/** The accounts that playwright.config.ts starts the console with. */
export const administrator = {
  email: process.env.E2E_ADMIN_EMAIL ?? "admin@example.com",
  password: process.env.E2E_ADMIN_PASSWORD ?? "a-password-for-the-tests",
};

export function demoAccount(role: "viewer" | "editor" | "publisher" | "admin", tenant: string) {
  return { email: `${role}@${tenant}.demo`, password: process.env.E2E_DEMO_PASSWORD ?? "a-demo-password" };
}

/** Signs in through the form and ends on the page that was asked for. */
export async function signIn(
  page: Page,
  account: { email: string; password: string },
  path = "/",
): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}
