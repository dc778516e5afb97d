/** A person's text for Prisma's `contains`, which passes the wildcards of LIKE on. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** The pattern of LIKE for whatever holds the text. */
export function containingPattern(text: string): string {
  return `%${likeText(text)}%`;
}
