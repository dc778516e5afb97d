import { expect, test } from "@playwright/test";
import { panelStates } from "./support/dashboards";
import { demoAccount, signIn } from "./support/sign-in";

const home = "/t/maestro/d/maestro-ml-overview";

test("a dashboard is worked with Grafana's keys, and none of them acts while one types", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn(page, demoAccount("editor", "maestro"), home);
  await panelStates(page);
  const at = (name: string) => new URL(page.url()).searchParams.get(name);
  const type = async (keys: string) => {
    for (const key of keys.split(" ")) await page.keyboard.press(key);
  };
  const panel = page.locator("[data-panel-type='timeseries']").first();
  const key = (await panel.getAttribute("data-panel-key")) ?? "";
  const legend = panel.getByRole("list", { name: "Legend" });
  const hovered = async (keys: string) => {
    await panel.hover();
    await type(keys);
  };

  await type("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toContainText("Paste a range");
  await type("v");
  await expect(help).toBeVisible();
  await type("Escape");
  await expect(help).toBeHidden();

  await hovered("v");
  await expect.poll(() => at("viewPanel")).toBe(key);
  await expect(page.locator("[data-panel-id]")).toHaveCount(1);
  await type("Escape");
  await expect.poll(() => at("viewPanel")).toBeNull();

  await expect(legend).toBeVisible();
  await hovered("p l");
  await expect(legend).toBeHidden();
  await type("d l");
  await expect(legend).toBeVisible();

  await hovered("i");
  await expect(page.getByRole("dialog")).toBeVisible();
  await type("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await hovered("p s");
  await expect(page.getByRole("dialog")).toBeVisible();
  await type("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();

  await type("t c");
  await expect(page.getByText("Time range copied.")).toBeVisible();
  await type("t a");
  await expect.poll(() => Number(at("to"))).toBeGreaterThan(1e12);
  const width = () => Number(at("to")) - Number(at("from"));
  const before = { width: width(), to: Number(at("to")) };
  await type("t z");
  await expect.poll(() => width() / before.width).toBeCloseTo(2, 3);
  await type("t ArrowLeft");
  await expect.poll(() => Number(at("to"))).toBeLessThan(before.to + before.width / 2);
  await type("t v");
  await expect.poll(() => [at("from"), at("to")]).toEqual(["now-1h", "now"]);
  // Faster than the page is drawn.
  await type("t a t z t z");
  await expect.poll(() => width() / before.width).toBeCloseTo(4, 3);
  await type("t v");
  await expect.poll(() => [at("from"), at("to")]).toEqual(["now-1h", "now"]);

  await type("d k");
  await expect(page.locator("[data-dashboard-uid][data-kiosk]")).toBeVisible();
  await type("Escape");
  await expect(page.locator("[data-dashboard-uid][data-kiosk]")).toBeHidden();

  await page.getByRole("button", { name: /^Time range/ }).click();
  await page.getByLabel("Search ranges").fill("v");
  await type("d k e");
  await expect(page.getByLabel("Search ranges")).toHaveValue("vdke");
  expect(new URL(page.url()).pathname).toBe(home);
  expect(at("kiosk")).toBeNull();
  await type("Escape");

  await hovered("p x");
  await expect(page).toHaveURL(/\/t\/maestro\/explore\?.*expr=/);
  await page.goBack();
  await panelStates(page);
  await hovered("e");
  // What was looked at is what is edited.
  await expect(page).toHaveURL(
    new RegExp(`/edit\\?editPanel=${Number.parseInt(key, 10)}&from=now-1h&to=now`),
  );
});

test("a pressed chart pins its values: by mouse and by keys, with copying, and gives the focus back", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn(page, demoAccount("viewer", "maestro"), home);
  await panelStates(page);
  const chart = page.locator("[data-panel-type='timeseries'] [role='application']").first();
  const pinned = page.locator("dialog[open]");
  await chart.locator(".u-over").click({ position: { x: 120, y: 60 } });
  await expect(pinned.getByRole("rowheader")).not.toHaveCount(0);
  await expect(page.getByRole("tooltip").first()).toBeHidden();
  await pinned.getByRole("button", { name: "Copy values" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n").length).toBe(1 + (await pinned.getByRole("row").count()));
  await page.keyboard.press("Escape");
  await expect(pinned).toHaveCount(0);
  await expect(chart).toBeFocused();

  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  const first = await pinned.locator("strong").innerText();
  await expect(pinned.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chart).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(pinned.locator("strong")).not.toHaveText(first);
  await page.mouse.click(5, 5);
  await expect(pinned).toHaveCount(0);
});

test("keys act on the panel under the pointer once that has moved, on the one in focus once one has tabbed", async ({
  page,
}) => {
  await signIn(page, demoAccount("viewer", "maestro"), "/t/maestro/d/api-performance");
  await panelStates(page);
  const [a, b] = [page.locator("[data-panel-id='2']"), page.locator("[data-panel-id='3']")];
  const viewed = () => new URL(page.url()).searchParams.get("viewPanel");
  await a
    .getByRole("list", { name: "Legend" })
    .getByRole("button")
    .first()
    .click({ modifiers: ["Control"] });
  await b.hover();
  await page.keyboard.press("v");
  await expect.poll(viewed).toBe("3");
  await expect(page.locator("[data-panel-id]")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect.poll(viewed).toBeNull();
  await a.getByRole("button", { name: /^Menu of/ }).focus();
  await b.hover();
  await page.keyboard.press("Tab");
  await page.keyboard.press("v");
  await expect.poll(viewed).toBe("2");
});
