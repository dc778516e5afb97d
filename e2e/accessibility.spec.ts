import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { panelStates } from "./support/dashboards";
import { administrator, signIn } from "./support/sign-in";

const pages = [
  "/t/maestro/dashboards",
  "/t/maestro/d/maestro-ml-overview",
  "/t/maestro/publish",
  "/t/maestro/admin/members",
  "/admin/tenants",
];

for (const scheme of ["dark", "light"] as const) {
  for (const path of pages) {
    test(`${path} in ${scheme} has no serious accessibility fault`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.addInitScript((value) => localStorage.setItem("mantine-color-scheme-value", value), scheme);
      await signIn(page, administrator, path);
      await page.waitForLoadState("networkidle").catch(() => undefined);
      if (path.includes("/d/")) await panelStates(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(
        serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`),
      ).toEqual([]);
    });
  }
}

test("at 390 pixels nothing is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, administrator, "/t/maestro/dashboards");
  for (const path of pages) {
    await page.goto(path);
    await page.waitForLoadState("networkidle").catch(() => undefined);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
