import type { Page } from "@playwright/test";

interface Wanted {
  uid: string;
  title: string;
  /** How many panels, in the order in which the shipped dashboards have them; from the start again when they end. */
  count?: number;
  /** One panel of each of these types instead. */
  types?: readonly string[];
  /** These panels instead. */
  panels?: readonly Panel[];
}

interface Panel {
  type: string;
  [key: string]: unknown;
}

export interface BenchDocument {
  panels: Panel[];
  templating: { list: { name: string }[] };
  [key: string]: unknown;
}

const api = "/api/v1/tenants/maestro/dashboards";
const sources = ["maestro-ml-overview", "ml-operations", "api-performance", "tenant-management"];
const columns = 5;

/** The shipped dashboards hold at most 15 panels each, so those of a benchmark are put together from several. */
export async function makeDashboard(page: Page, wanted: Wanted): Promise<BenchDocument> {
  const documents = await Promise.all(sources.map((source) => readDocument(page, source)));
  const all = documents.flatMap(({ panels }) => panels).filter((panel) => panel.type !== "row");
  const panels = choosePanels(all, wanted).map((panel, index) => ({
    ...panel,
    id: index + 1,
    gridPos: {
      x: (index % columns) * 5,
      y: Math.floor(index / columns) * 5,
      w: index % columns === columns - 1 ? 4 : 5,
      h: 5,
    },
  }));
  const list = documents.flatMap(({ templating }) => templating.list);
  const variables = [...new Map(list.map((variable) => [variable.name, variable])).values()];
  const { uid, title } = wanted;
  const document = {
    ...documents[0],
    id: null,
    uid,
    title,
    panels,
    refresh: "",
    graphTooltip: 1,
    templating: { list: variables },
  };
  await store(page, uid, document);
  return document;
}

function choosePanels(
  all: readonly Panel[],
  { count = all.length, types, panels }: Wanted,
): readonly Panel[] {
  if (panels) return panels;
  const single = all.find((panel) => panel.type === "stat");
  if (types) return types.map((type) => all.find((panel) => panel.type === type) ?? { ...single, type });
  return Array.from({ length: count }, (_, index) => all[index % all.length] ?? { type: "text" });
}

async function store(page: Page, uid: string, document: BenchDocument): Promise<void> {
  const headers = { origin: new URL(page.url()).origin };
  await page.request.delete(new URL(`${api}/${uid}`, page.url()).href, { headers });
  const answer = await page.request.post(new URL(api, page.url()).href, { data: { document }, headers });
  if (!answer.ok()) throw new Error(await answer.text());
}

async function readDocument(page: Page, uid: string): Promise<BenchDocument> {
  const answer = await page.request.get(new URL(`${api}/${uid}`, page.url()).href);
  return (await answer.json()).document;
}
