import { createHash } from "node:crypto";
import { z } from "zod";
import type { GrafanaConnection } from "./connection";
import { GrafanaFailure } from "./grafana-failure";
import { requestGrafana } from "./request-grafana";
import { searchGrafana } from "./search";

export interface GrafanaFolder {
  id: number;
  uid: string;
  title: string;
  /** Null where the server did not say. */
  canSave: boolean | null;
}

const Folder = z.object({
  id: z.number().catch(0),
  uid: z.string(),
  title: z.string(),
  canSave: z.boolean().nullable().catch(null),
});

export async function getFolder(connection: GrafanaConnection, uid: string): Promise<GrafanaFolder | null> {
  const path = `/api/folders/${encodeURIComponent(uid)}`;
  const { status, body } = await requestGrafana(connection, { path, accept: [404] });
  if (status === 404) return null;
  return readFolder(body);
}

/** By title without regard to case, among the folders that the credentials see; nested ones included. */
export async function findFolderByTitle(
  connection: GrafanaConnection,
  title: string,
): Promise<GrafanaFolder | null> {
  const hits = await searchGrafana(connection, { type: "dash-folder", query: title });
  const hit = hits.find((candidate) => candidate.title.toLowerCase() === title.trim().toLowerCase());
  return hit ? getFolder(connection, hit.uid) : null;
}

/**
 * The folder of that title, made when there is none. Its uid follows from the title, so that two callers at once
 * (or one that is repeated) meet in the same folder, also where titles need not be unique.
 */
export async function ensureFolder(connection: GrafanaConnection, title: string): Promise<GrafanaFolder> {
  const existing = await findFolderByTitle(connection, title);
  if (existing) return existing;
  const uid = `f-${createHash("sha256").update(title.trim().toLowerCase()).digest("hex").slice(0, 16)}`;
  const body = { uid, title };
  const answer = await requestGrafana(connection, {
    method: "POST",
    path: "/api/folders",
    body,
    accept: refusals,
  });
  if (answer.status < 400) return readFolder(answer.body);
  const made = (await getFolder(connection, uid)) ?? (await findFolderByTitle(connection, title));
  if (made) return made;
  const said =
    z.object({ message: z.string() }).safeParse(answer.body).data?.message ?? `status ${answer.status}`;
  const message = `The folder “${title}” cannot be made. Grafana says: ${said}`;
  throw new GrafanaFailure("invalid", message, answer.status);
}

/** What a folder that exists by now is answered with, by release; 500 when two callers meet in the very moment. */
const refusals = [400, 409, 412, 500];

function readFolder(body: unknown): GrafanaFolder {
  const folder = Folder.safeParse(body);
  if (!folder.success)
    throw new GrafanaFailure("not-grafana", "Grafana's answer about a folder cannot be read.");
  return folder.data;
}
