const base = "http://own.invalid";

/** The path to go on to after signing in; whatever leaves our own origin becomes `/`. */
export function ownPath(next: string | null | undefined): string {
  if (!next?.startsWith("/")) return "/";
  try {
    const url = new URL(next, base);
    return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : "/";
  } catch {
    return "/";
  }
}
