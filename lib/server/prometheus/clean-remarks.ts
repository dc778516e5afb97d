import { cleanText } from "./clean-text";

/** An engine has some remarks on a query. What has thousands is none, and reading them all takes long. */
const mostRemarks = 100;

/** The warnings or infos of an upstream, clean of anything about itself. */
export function cleanRemarks(
  texts: readonly string[],
  datasource: Parameters<typeof cleanText>[1],
): string[] {
  const first = texts.slice(0, mostRemarks).map((text) => cleanText(text, datasource));
  const more = texts.length - mostRemarks;
  return more > 0 ? [...first, `The datasource has ${more} more remarks on this query.`] : first;
}
