/** The address form of a title. Letters outside Latin, which Grafana transcribes, become their code points. */
export function slugOf(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/\p{L}/gu, (letter) =>
      /[a-z]/.test(letter) ? letter : `-${letter.codePointAt(0)?.toString(16)}-`,
    )
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/-{2,}/g, "-")
    .replace(/^[-_]+|[-_]+$/g, "");
}
