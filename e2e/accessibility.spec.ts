import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { panelStates } from "./support/dashboards";
import { administrator, signIn } from "./support/sign-in";

const pages = [
  "/t/maestro/dashboards",
  "/t/maestro/d/maestro-ml-overview",
  "/t/maestro/d/maestro-ml-overview/versions",
  "/t/maestro/explore",
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
      if (/\/d\/[^/]+$/.test(path)) await panelStates(page);
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

const dashboard = "/t/maestro/d/maestro-ml-overview";
const onePanel = `${dashboard}?viewPanel=2`;
const settled = async (page: Page, path: string) => {
  await page.goto(path);
  await panelStates(page);
};
const opened = (page: Page) => expect(page.getByRole("dialog")).toBeVisible();

interface Scene {
  show: (page: Page) => Promise<void>;
  /** What is looked at where the page around it is that of the scene before; without it the whole page. */
  within?: string;
}

const close = async (page: Page) => {
  await page.keyboard.press("Escape");
  await expect(page.locator("[role=dialog], [role=menu], dialog[open]")).toHaveCount(0);
};

/** What opens over a page, or in its place; each goes on from the one before. */
const scenes: Record<string, Scene> = {
  "a panel in full": { show: (page) => settled(page, onePanel) },
  "a pinned tooltip": {
    within: "dialog[open]",
    show: async (page) => {
      const plot = page.locator("[data-panel-type='timeseries'] .u-over").first();
      await plot.click({ position: { x: 100, y: 50 } });
      await opened(page);
    },
  },
  "the menu of a panel": {
    within: "[role=menu]",
    show: async (page) => {
      await close(page);
      await page
        .getByRole("button", { name: /^Menu of/ })
        .first()
        .click();
      await expect(page.getByRole("menu")).toBeVisible();
    },
  },
  "the time picker": {
    within: "[role=dialog]",
    show: async (page) => {
      await close(page);
      await page.getByRole("button", { name: /^Time range/ }).click();
      await opened(page);
    },
  },
  "the values of a variable": {
    within: "[role=listbox]",
    show: async (page) => {
      await close(page);
      await page.getByRole("button", { name: /^Tenant:/ }).click();
      await expect(page.getByRole("listbox", { name: "Values of Tenant" })).toBeVisible();
    },
  },
  "the command palette": {
    within: "[role=dialog]",
    show: async (page) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+k");
      await expect(page.getByRole("dialog", { name: "Search and commands" })).toBeVisible();
    },
  },
  "the help": {
    within: "[role=dialog]",
    show: async (page) => {
      await close(page);
      await page.keyboard.press("?");
      await opened(page);
    },
  },
  inspecting: {
    show: async (page) => {
      await settled(page, `${onePanel}&inspect=2`);
      await opened(page);
    },
  },
  editing: {
    show: async (page) => {
      await page.goto(`${dashboard}/edit`);
      await expect(page.locator("[data-panel-state='ready']").first()).toBeVisible();
    },
  },
  "editing a panel": {
    show: async (page) => {
      await page.goto(`${dashboard}/edit?editPanel=2`);
      await expect(page.locator("[data-panel-editor] [data-panel-state='ready']")).toBeVisible();
    },
  },
  settings: {
    show: async (page) => {
      await page.goto(`${dashboard}/edit?view=settings`);
      await opened(page);
    },
  },
  "a draft with a fault": {
    within: "[role=dialog]",
    show: async (page) => {
      await page.getByRole("tab", { name: "Annotations" }).click();
      await page.getByRole("button", { name: "Show annotations by tag" }).click();
      await page.getByRole("button", { name: "Add annotation", exact: true }).click();
      await page.getByLabel("Name").last().fill("New annotation");
      await expect(page.getByText("Another annotation has this name.").first()).toBeVisible();
    },
  },
};

for (const { width, scheme } of [
  { width: 1440, scheme: "dark" },
  { width: 390, scheme: "light" },
] as const) {
  test(`what opens over a dashboard, and its editor, has no accessibility fault at ${width} in ${scheme}`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.addInitScript((value) => localStorage.setItem("mantine-color-scheme-value", value), scheme);
    await signIn(page, administrator, dashboard);
    for (const [name, { show, within }] of Object.entries(scenes)) {
      await show(page);
      // Colours are only what they are once nothing fades any more.
      await page.waitForTimeout(300);
      // Menus hang at the end of the page, outside of its landmarks, as those of every kit do; the list of the palette is
      // walked, and so scrolled, from its field.
      const axe = new AxeBuilder({ page }).disableRules(["region", "scrollable-region-focusable"]);
      const { violations } = await (within ? axe.include(within) : axe).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
        name,
      ).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, name).toBeLessThanOrEqual(0);
    }
  });
}

test("what opens over a dashboard gives the focus back to where it was", async ({ page }) => {
  await signIn(page, administrator, onePanel);
  await panelStates(page);
  const opensAndReturns = async (name: string | RegExp, choose?: RegExp) => {
    const button = page.getByRole("button", { name }).first();
    await button.focus();
    await page.keyboard.press("Enter");
    if (choose) await page.getByRole("menuitem", { name: choose }).press("Enter");
    await opened(page);
    await expect(button).not.toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(button).toBeFocused();
  };
  await opensAndReturns("Share");
  await opensAndReturns("Help");
  await opensAndReturns("Search or run a command");
  await opensAndReturns(/^Time range/);
  await opensAndReturns(/^Menu of/, /^Inspect/);
});
