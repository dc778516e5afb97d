/** A person's text for Prisma's `contains`, which passes the wildcards of LIKE on. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
