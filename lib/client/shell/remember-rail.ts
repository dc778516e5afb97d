const yearMs = 31_536_000_000;

/** A cookie, not local storage: the server draws the rail as it was left, so nothing jumps. */
export function rememberRail(collapsed: boolean): void {
  if (!("cookieStore" in window)) return;
  void window.cookieStore.set({
    name: "panelsmith-rail",
    value: collapsed ? "collapsed" : "open",
    path: "/",
    sameSite: "lax",
    expires: Date.now() + yearMs,
  });
}
