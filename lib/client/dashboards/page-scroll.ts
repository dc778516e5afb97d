/** After the last scroll event, the page is taken to rest. */
const restMs = 150;
/** Faster than this (px a second), nobody reads what goes by. */
const fastSpeed = 2_000;

/** How the page is being scrolled, for what should not get into the way of it. */
export class PageScroll {
  #atMs = Number.NEGATIVE_INFINITY;
  #top = 0;
  #speed = 0;

  /** Begins to heed scrolling; the answer ends it. */
  watch(): () => void {
    this.#top = window.scrollY;
    window.addEventListener("scroll", this.#note, { passive: true });
    return () => window.removeEventListener("scroll", this.#note);
  }

  isMoving(): boolean {
    return performance.now() - this.#atMs < restMs;
  }

  isFast(): boolean {
    return this.isMoving() && this.#speed > fastSpeed;
  }

  /** Now, or with the first frame in which the page is not scrolled fast. */
  whenCalm(run: () => void): void {
    if (this.isFast()) requestAnimationFrame(() => this.whenCalm(run));
    else run();
  }

  readonly #note = (): void => {
    const nowMs = performance.now();
    const passedMs = Math.max(1, nowMs - this.#atMs);
    // A single jump, to an anchor say, is no scrolling.
    this.#speed = passedMs > restMs ? 0 : (Math.abs(window.scrollY - this.#top) / passedMs) * 1_000;
    this.#top = window.scrollY;
    this.#atMs = nowMs;
  };
}
