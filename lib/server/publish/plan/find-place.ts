import { type GrafanaFolder, getFolder } from "@/lib/server/publish/grafana/folders";
import { maySaveDashboards } from "@/lib/server/publish/grafana/may-save";
import { type GrafanaHit, searchGrafana } from "@/lib/server/publish/grafana/search";
import { hasUniqueTitles } from "@/lib/shared/publish/grafana-version";
import { titleSlug } from "@/lib/shared/publish/title-slug";
import type { GrafanaFacts } from "./read-grafana";

export interface Place {
  /** Null uid: the folder is still to be made. Empty: General. */
  folder: { uid: string | null; title: string | null };
  maySave: boolean | null;
  titleTakenBy: { uid: string; isFolder: boolean } | null;
}

interface Titled {
  uid: string;
  title: string;
  folderTitle: string | null;
}

export interface PlaceFinder {
  find(dashboard: Titled): Promise<Place>;
}

/** Looks once at all folders and titles, and then answers for each dashboard where it goes and what stands in its way. */
export async function createPlaceFinder(
  { connection, version }: GrafanaFacts,
  dashboards: readonly Titled[],
): Promise<PlaceFinder> {
  const [hits, mayAnywhere] = await Promise.all([searchGrafana(connection), maySaveDashboards(connection)]);
  const folders = hits.filter(({ type }) => type === "dash-folder");
  const known = new Map<string, Promise<GrafanaFolder | null>>();
  const firstAt = new Map<string, string>();
  for (const dashboard of dashboards.toReversed()) firstAt.set(slotOf(dashboard), dashboard.uid);

  const folderOf = (title: string) => {
    const hit = folders.find((folder) => folder.title.toLowerCase() === title.toLowerCase());
    if (!hit) return Promise.resolve(null);
    const asked = known.get(hit.uid) ?? getFolder(connection, hit.uid);
    known.set(hit.uid, asked);
    return asked;
  };

  return {
    async find(dashboard) {
      const { uid, title, folderTitle } = dashboard;
      const folder = folderTitle ? await folderOf(folderTitle) : null;
      const folderUid = folderTitle ? (folder?.uid ?? null) : "";
      const twin = firstAt.get(slotOf(dashboard)) ?? uid;
      const beside = twin === uid ? null : { uid: twin, isFolder: false };
      return {
        folder: { uid: folderUid, title: folderTitle },
        maySave: folder && folder.canSave !== null ? folder.canSave : mayAnywhere,
        titleTakenBy: hasUniqueTitles(version)
          ? (findTaken(hits, { uid, title, folderUid }) ?? beside)
          : null,
      };
    },
  };
}

const slotOf = ({ title, folderTitle }: Titled) => `${folderTitle?.toLowerCase() ?? ""}/${titleSlug(title)}`;

/** Titles meet by their slug, which Grafana writes at the end of each page's address. */
function findTaken(hits: GrafanaHit[], wanted: { uid: string; title: string; folderUid: string | null }) {
  const slug = titleSlug(wanted.title);
  const taken = hits.find((hit) => {
    if (hit.uid === wanted.uid) return false;
    const isSame = hit.url.split("/").at(-1) === slug || titleSlug(hit.title) === slug;
    return isSame && (hit.type === "dash-folder" || hit.folderUid === wanted.folderUid);
  });
  return taken ? { uid: taken.uid, isFolder: taken.type === "dash-folder" } : null;
}
