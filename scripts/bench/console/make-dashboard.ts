import type { Page } from "@playwright/test";

interface Wanted {
  uid: string;
  title: string;
  /** How many panels, in the order in which the shipped dashboards have them. */
  count?: number;
  /** One panel of each of these types instead. */
  types?: readonly string[];
}

interface Panel {
  type: string;
}

const api = "/api/v1/tenants/maestro/dashboards";
const sources = ["maestro-ml-overview", "ml-operations", "api-performance", "tenant-management"];

/** The shipped dashboards hold at most 15 panels each, so those of a benchmark are put together from several. */
export async function makeDashboard(page: Page, { uid, title, count, types }: Wanted): Promise<string> {
  const documents = await Promise.all(sources.map((source) => readDocument(page, source)));
  const all = documents.flatMap(({ panels }) => panels).filter((panel) => panel.type !== "row");
  const single = all.find((panel) => panel.type === "stat");
  const chosen = types
    ? types.map((type) => all.find((panel) => panel.type === type) ?? { ...single, type })
    : all.slice(0, count);
  const panels = chosen.map((panel, index) => ({
    ...panel,
    id: index + 1,
    gridPos: { x: (index % 5) * 5, y: Math.floor(index / 5) * 5, w: index % 5 === 4 ? 4 : 5, h: 5 },
  }));
  const document = { ...documents[0], id: null, uid, title, panels, refresh: "" };
  const answer = await page.request.post(new URL(api, page.url()).href, {
    data: { document },
    headers: { origin: new URL(page.url()).origin },
  });
  if (!answer.ok() && answer.status() !== 409) throw new Error(await answer.text());
  return uid;
}

async function readDocument(page: Page, uid: string): Promise<{ panels: Panel[] }> {
  const answer = await page.request.get(new URL(`${api}/${uid}`, page.url()).href);
  return (await answer.json()).document;
}
