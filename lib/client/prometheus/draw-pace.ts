type Show = () => void;

/** After the last scroll event, the page is taken to rest. */
const restMs = 150;
/** How many panels are shown in one go: few at first, so that the first one is soon there. */
const firstSlice = 2;
const laterSlice = 6;

/**
 * Shows answers in the order in which they come, some at a time with room for the browser between, so that no burst of
 * answers holds up the page; while the page is scrolled, one with each frame.
 */
export class DrawPace {
  #scrolledAtMs = Number.NEGATIVE_INFINITY;
  #waiting: Show[] = [];
  #slice = firstSlice;
  #isDue = false;

  /** Begins to heed scrolling; the answer ends it, and shows nothing more. */
  watch(): () => void {
    const note = () => {
      this.#scrolledAtMs = performance.now();
    };
    window.addEventListener("scroll", note, { passive: true });
    return () => {
      window.removeEventListener("scroll", note);
      this.#waiting = [];
    };
  }

  readonly run = (show: Show): void => {
    this.#waiting.push(show);
    this.#plan();
  };

  #plan(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    if (this.#isScrolling()) requestAnimationFrame(this.#drain);
    else setTimeout(this.#drain);
  }

  #isScrolling(): boolean {
    return performance.now() - this.#scrolledAtMs < restMs;
  }

  readonly #drain = (): void => {
    this.#isDue = false;
    const count = this.#isScrolling() ? 1 : this.#slice;
    for (const show of this.#waiting.splice(0, count)) show();
    this.#slice = laterSlice;
    if (this.#waiting.length > 0) this.#plan();
    else this.#slice = firstSlice;
  };
}
