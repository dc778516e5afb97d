import type { Page } from "@playwright/test";

/** From the page itself, so that it carries the session and the origin as the console's own requests do. */
export async function call<Body = unknown>(page: Page, method: string, path: string, body?: unknown) {
  const { status, text } = await page.evaluate(
    async (asked) => {
      const response = await fetch(asked.path, {
        method: asked.method,
        headers: asked.body === undefined ? {} : { "content-type": "application/json" },
        body: asked.body === undefined ? undefined : JSON.stringify(asked.body),
      });
      return { status: response.status, text: await response.text() };
    },
    { method, path, body },
  );
  const answer: Body = text === "" ? null : JSON.parse(text);
  return { status, body: answer };
}
