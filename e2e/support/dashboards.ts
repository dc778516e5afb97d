import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";

export interface ShippedDashboard {
  system: string;
  uid: string;
  title: string;
  panels: number;
}

interface PanelJson {
  type: string;
  panels?: PanelJson[];
}

function countPanels(panels: PanelJson[]): number {
  return panels.reduce(
    (sum, panel) => sum + (panel.type === "row" ? 0 : 1) + countPanels(panel.panels ?? []),
    0,
  );
}

const folder = join(import.meta.dirname, "../../monitoring/grafana/dashboards");

/** The dashboards that come with the project, read from their files. */
export function listShippedDashboards(): ShippedDashboard[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: system }) =>
      readdirSync(join(folder, system))
        .filter((file) => file.endsWith(".json"))
        .map((file) => {
          const { uid, title, panels } = JSON.parse(readFileSync(join(folder, system, file), "utf8"));
          return { system, uid, title, panels: countPanels(panels) };
        }),
    );
}

/** Waits until the page has drawn all it shows, and answers each panel's state by its title. */
export async function panelStates(page: Page): Promise<Record<string, string>> {
  await expect(page.locator("[data-dashboard-state=settled]")).toBeVisible({ timeout: 60_000 });
  return Object.fromEntries(
    await page
      .locator("[data-panel-id]")
      .evaluateAll((panels) =>
        panels.map((panel) => [
          `${panel.getAttribute("data-panel-id")} ${panel.getAttribute("aria-label")}`,
          panel.getAttribute("data-panel-state") ?? "",
        ]),
      ),
  );
}

/** Scrolls to the end and back, so that panels far below are drawn as well. */
export async function drawAll(page: Page): Promise<void> {
  for (let step = 0; step < 40; step++) {
    // What comes into sight is told in the frame after the one that shows it.
    const atEnd = await page.evaluate(async () => {
      window.scrollBy(0, window.innerHeight * 0.8);
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      return window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
    });
    if (atEnd) break;
  }
}
