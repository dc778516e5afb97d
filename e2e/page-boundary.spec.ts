import { expect, test } from "@playwright/test";
import { framingAttacks } from "./support/framing-attacks";
import { others, post, routes, tenant } from "./support/page-requests";
import { type RawRequest, sendRaw } from "./support/raw-http";
import { reachingBodies } from "./support/reaching-bodies";
import { demoAccount, signIn } from "./support/sign-in";
import { spellingAttacks } from "./support/spelling-attacks";

/** What a reader that loses the tenant's matcher would show; requests never spell it but in their own path. */
const foreign = /(?<!no tenant \\")globex|"tenant_id":"(?!acme")/;

test.describe("the boundary of the pages' own questions, byte by byte", () => {
  const tokens = { viewer: "", editor: "" };
  test.beforeAll(async ({ browser, baseURL }) => {
    const page = await browser.newPage({ baseURL });
    await signIn(page, demoAccount("admin", "acme"));
    for (const role of ["viewer", "editor"] as const) {
      const made = await page.request.post(`${tenant}/api-tokens`, {
        headers: { origin: baseURL ?? "" },
        data: { name: `pages ${role} ${Date.now()}`, role, expiresInDays: 1 },
      });
      tokens[role] = (await made.json()).token;
    }
    await page.close();
  });

  const signed = (request: RawRequest, role: keyof typeof tokens): RawRequest => ({
    ...request,
    headers: [`Authorization: Bearer ${tokens[role]}`, ...(request.headers ?? [])],
  });
  /** The tenant's name in a path that was asked for, and nothing else, may come back. */
  const shown = (text: string) =>
    text.replaceAll(/tenants\/globex|location: [^\r]*|There is no \w+ \\?"[^"]*/gi, "");

  for (const [name, attack, statuses] of [...framingAttacks, ...spellingAttacks]) {
    test(`${name} shows nothing foreign`, async ({ baseURL }) => {
      const asked = Object.entries(routes).flatMap(([target, body]) =>
        (["viewer", "editor"] as const).map(async (role) => {
          const { status, text } = await sendRaw(baseURL, signed(attack(target, JSON.stringify(body)), role));
          return { target, role, status, text };
        }),
      );
      for (const { target, role, status, text } of await Promise.all(asked)) {
        expect(shown(text), `${target} as ${role}`).not.toMatch(foreign);
        // A viewer may not send panels or expressions of their own.
        const right = role === "viewer" && statuses.includes(200) ? [...statuses, 400, 403] : statuses;
        expect(right, `${target} as ${role}: ${text.slice(0, 200)}`).toContain(status);
      }
    });
  }

  test("no body of right shape gets what is another's", async ({ baseURL }) => {
    for (const [name, path, body] of reachingBodies) {
      for (const role of ["viewer", "editor"] as const) {
        const request = post(`${tenant}/${path}`, JSON.stringify(body));
        const { status, text } = await sendRaw(baseURL, signed(request, role));
        expect(shown(text), name).not.toMatch(foreign);
        expect(status, `${name}: ${text.slice(0, 200)}`).toBeGreaterThan(0);
        expect(status, `${name}: ${text.slice(0, 200)}`).toBeLessThan(500);
      }
    }
  });

  test("a request behind another is its own", async ({ baseURL }) => {
    for (const [target, body] of Object.entries(routes)) {
      const text = JSON.stringify(body);
      const one = post(target, text);
      const answers = await sendRaw(
        baseURL,
        signed(one, "editor"),
        one,
        signed(post(others(target), text), "editor"),
      );
      const statuses = [...answers.text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);
      expect(statuses.slice(1), target).toEqual(["401", "404"]);
      expect(shown(answers.text)).not.toMatch(foreign);
    }
  });
});
