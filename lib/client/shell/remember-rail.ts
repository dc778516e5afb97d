const yearMs = 31_536_000_000;

/** In a cookie, not in local storage: the server draws the page as it was left, so nothing jumps. */
export function rememberRail(state: "open" | "collapsed"): void {
  if (!("cookieStore" in window)) return;
  void window.cookieStore.set({
    name: "panelsmith-rail",
    value: state,
    path: "/",
    sameSite: "lax",
    expires: Date.now() + yearMs,
  });
}
