import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Grafana's own library, the oracle of tests only; its ES build cannot be loaded by Node. */
export const grafanaData = require("@grafana/data") as typeof import("@grafana/data");

interface Stream<T> {
  pipe: (operator: unknown) => { subscribe: (next: (value: T) => void) => void };
}

/** The streams that its transformations work on, from the copy that it brings along. */
const { of: streamOf } = createRequire(require.resolve("@grafana/data"))("rxjs") as {
  of: <T>(value: T) => Stream<T>;
};

/** Runs one of its transformations on frames. */
export function grafanaTransform<T>(
  frames: T[],
  transformer: { operator: CallableFunction },
  options: object,
): T[] {
  let made: T[] = [];
  const context = { interpolate: (text: string) => text };
  streamOf(frames)
    .pipe(transformer.operator(options, context))
    .subscribe((result) => {
      made = result;
    });
  return made;
}
