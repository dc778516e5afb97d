/** What a person has typed, as the search looks for it. */
export interface SearchQuery {
  /** As typed: perhaps a uid. */
  whole: string;
  /** Each of them must occur. */
  words: string[];
  /** The whole text, where it holds more than words: a part of an expression, however that is spaced, or of a title. */
  fragment: { typed: string; squeezed: string } | null;
}

const punctuation = /[^\p{L}\p{N}_:.\s-]/u;

export function readSearchQuery(query: string): SearchQuery {
  const text = query.trim().toLowerCase();
  return {
    whole: query.trim(),
    words: [...new Set(text.match(/[\p{L}\p{N}_:.-]+/gu) ?? [])].slice(0, 12),
    fragment: punctuation.test(text) ? { typed: text, squeezed: text.replace(/\s+/g, "") } : null,
  };
}
