import type { Page } from "@playwright/test";
import { origin } from "./origin";

/** As whoever is signed in, with the origin that the console's own requests have; no page need be open. */
export async function call<Body = unknown>(page: Page, method: string, path: string, data?: unknown) {
  const response = await page.request.fetch(path, { method, data, headers: { origin } });
  const text = await response.text();
  const body: Body = text === "" ? null : JSON.parse(text);
  return { status: response.status(), body };
}
