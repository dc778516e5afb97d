import type { ExpressionValue, Labels } from "./expression-value";

export interface Pair {
  labels: Labels;
  left: ExpressionValue;
  right: ExpressionValue;
}

/** Which values of two sides belong together: equal labels, or those of one side among those of the other. */
export function joinValues(lefts: readonly ExpressionValue[], rights: readonly ExpressionValue[]): Pair[] {
  const [firstLeft, firstRight] = [lefts[0], rights[0]];
  if (!firstLeft || !firstRight) return [];
  const alone = lefts.length === 1 || rights.length === 1;
  if (alone && (firstLeft.kind === "noData" || firstRight.kind === "noData"))
    return [{ labels: {}, left: firstLeft, right: firstRight }];
  const pairs = lefts.flatMap((left) =>
    rights.flatMap((right): Pair[] => {
      const labels = commonLabels(left.labels, right.labels);
      return labels ? [{ labels, left, right }] : [];
    }),
  );
  // One on each side are taken together whatever they are called.
  if (pairs.length > 0 || lefts.length > 1 || rights.length > 1) return pairs;
  return [{ labels: {}, left: firstLeft, right: firstRight }];
}

function commonLabels(a: Labels, b: Labels): Labels | null {
  const [sizeA, sizeB] = [Object.keys(a).length, Object.keys(b).length];
  if (sizeA === 0) return b;
  if (sizeB === 0) return a;
  const [more, fewer] = sizeA >= sizeB ? [a, b] : [b, a];
  return Object.entries(fewer).every(([name, value]) => more[name] === value) ? more : null;
}
