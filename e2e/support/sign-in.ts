import { type Cookie, expect, type Page } from "@playwright/test";
import { origin } from "./origin";

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

/** What an account's last sign-in brought. */
const sessions = new Map<string, Cookie[]>();

const asksToSignIn = (page: Page) => new URL(page.url()).pathname === "/sign-in";

/** Signs in as a person does. */
export async function signInByForm(page: Page, { email, password }: Account, path: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

async function makeSession(page: Page, { email, password }: Account): Promise<void> {
  await page.context().clearCookies();
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const form = { email, password, csrfToken, callbackUrl: "/", json: "true" };
  await page.request.post("/api/auth/callback/credentials", { form, headers: { origin } });
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name)).toContainEqual(expect.stringMatching(/session$/));
  sessions.set(email, cookies);
}

async function takeSession(page: Page, account: Account): Promise<void> {
  const cookies = sessions.get(account.email);
  if (!cookies) return makeSession(page, account);
  await page.context().clearCookies();
  await page.context().addCookies(cookies);
}

/** Signs in, without the form, and opens a page where one is asked for; who only sends requests needs none. */
export async function signIn(page: Page, account: Account, path?: string): Promise<void> {
  await takeSession(page, account);
  if (path === undefined) return;
  await page.goto(path);
  if (!asksToSignIn(page)) return;
  await makeSession(page, account);
  await page.goto(path);
}
