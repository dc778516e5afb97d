import { afterEach, expect, it, vi } from "vitest";
import { watchSight } from "./watch-sight";

type Entry = Pick<IntersectionObserverEntry, "target" | "isIntersecting">;

class Observer {
  static all: Observer[] = [];
  readonly seen = new Set<Element>();
  readonly tell: (entries: Entry[]) => void;
  readonly options: { rootMargin: string };
  constructor(tell: (entries: Entry[]) => void, options: { rootMargin: string }) {
    this.tell = tell;
    this.options = options;
    Observer.all.push(this);
  }
  observe = (element: Element) => this.seen.add(element);
  unobserve = (element: Element) => this.seen.delete(element);
}

const element = (name: string) => ({ name }) as unknown as Element;

afterEach(() => vi.unstubAllGlobals());

it("has one observer for all elements of a margin, and tells each of itself alone until it leaves", () => {
  vi.stubGlobal("IntersectionObserver", Observer);
  const [a, b, c] = [element("a"), element("b"), element("c")];
  const told: [string, boolean][] = [];
  const leave = watchSight(a, 300, (isNear) => told.push(["a", isNear]));
  watchSight(b, 300, (isNear) => told.push(["b", isNear]));
  watchSight(c, 0, (isNear) => told.push(["c", isNear]));
  expect(Observer.all.map(({ options }) => options.rootMargin)).toEqual(["300px 0px", "0px 0px"]);
  const [near] = Observer.all;
  near?.tell([
    { target: a, isIntersecting: true },
    { target: b, isIntersecting: false },
  ]);
  expect(told).toEqual([
    ["a", true],
    ["b", false],
  ]);
  leave();
  near?.tell([{ target: a, isIntersecting: false }]);
  expect(told).toHaveLength(2);
  expect(near?.seen).toEqual(new Set([b]));
});
