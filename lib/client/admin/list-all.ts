import { callApi } from "@/lib/client/api-client";

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

const mostPages = 100;

/** Every item of a list that the interface answers page by page. */
export async function listAll<T>(path: string, signal?: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const answer: Page<T> = await callApi<Page<T>>(withCursor(path, cursor), { signal });
    items.push(...answer.items);
    cursor = answer.nextCursor ?? null;
    if (cursor === null) break;
  }
  return items;
}

export function withCursor(path: string, cursor: string | null): string {
  if (cursor === null) return path;
  return `${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;
}
