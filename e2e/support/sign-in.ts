import { type Cookie, expect, type Page } from "@playwright/test";

/** The accounts that playwright.config.ts starts the console with. */
export const administrator = {
  email: process.env.E2E_ADMIN_EMAIL ?? "admin@example.com",
  password: process.env.E2E_ADMIN_PASSWORD ?? "a-password-for-the-tests",
};

export function demoAccount(role: "viewer" | "editor" | "publisher" | "admin", tenant: string) {
  return { email: `${role}@${tenant}.demo`, password: process.env.E2E_DEMO_PASSWORD ?? "a-demo-password" };
}

interface Account {
  email: string;
  password: string;
}

/** What an account's last sign-in through the form brought; a session that was ended since leads to the form again. */
const sessions = new Map<string, Cookie[]>();

const asksToSignIn = (page: Page) => new URL(page.url()).pathname === "/sign-in";

async function signInByForm(page: Page, { email, password }: Account, path: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
  const cookies = await page.context().cookies();
  sessions.set(
    email,
    cookies.filter(({ name }) => name !== "panelsmith-tenant"),
  );
}

/** Signs in, through the form where the account has no session yet, and ends on the page that was asked for. */
export async function signIn(page: Page, account: Account, path = "/"): Promise<void> {
  const cookies = sessions.get(account.email);
  if (!cookies) return signInByForm(page, account, path);
  await page.context().clearCookies();
  await page.context().addCookies(cookies);
  await page.goto(path);
  if (asksToSignIn(page)) await signInByForm(page, account, path);
}
