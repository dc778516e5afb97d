import { isSafeUrl } from "./field-links";

/** Why a link will not be shown or opened, and what to write instead; what a variable begins is known only later. */
export function linkProblem(title: string, address: string): string | null {
  const text = address.trim();
  if (text === "") return title.trim() === "" ? null : "Write an address; without one the link is not shown.";
  if (/^(\$|\[\[)/.test(text) || isSafeUrl(text)) return null;
  return "This address is not opened. Begin it with https://, http://, mailto: or /.";
}
