import type { PageScroll } from "@/lib/client/dashboards/page-scroll";

type Show = () => void;

/** How many panels are shown in one go: one at first, so that it is soon there. */
const firstSlice = 1;
const laterSlice = 12;
/** While the page is scrolled: few enough for one frame, and not one by one, for each time the browser sorts the page anew. */
const movingSlice = 3;

/**
 * Shows answers in the order in which they come, some at a time with room for the browser between, so that no burst of
 * answers holds up the page; few with each frame while the page is scrolled, and none while it rushes by.
 */
export class DrawPace {
  readonly #scroll: Pick<PageScroll, "isMoving" | "isFast">;
  #waiting: Show[] = [];
  #slice = firstSlice;
  #isDue = false;

  constructor(scroll: Pick<PageScroll, "isMoving" | "isFast">) {
    this.#scroll = scroll;
  }

  readonly run = (show: Show): void => {
    this.#waiting.push(show);
    this.#plan();
  };

  /** Shows nothing more of what has come. */
  stop(): void {
    this.#waiting = [];
  }

  #plan(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    if (this.#scroll.isMoving()) requestAnimationFrame(this.#drain);
    else setTimeout(this.#drain);
  }

  readonly #drain = (): void => {
    this.#isDue = false;
    if (!this.#scroll.isFast()) {
      for (const show of this.#waiting.splice(0, this.#scroll.isMoving() ? movingSlice : this.#slice)) show();
    }
    this.#slice = this.#waiting.length > 0 ? laterSlice : firstSlice;
    if (this.#waiting.length > 0) this.#plan();
  };
}
