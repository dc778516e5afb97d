export interface Stretch {
  fromMs: number;
  toMs: number;
}

/** The stretches of the grid that none of the known ones covers; both are in the order of time. */
export function gapsBetween(wanted: Stretch, known: readonly Stretch[], stepMs: number): Stretch[] {
  const gaps: Stretch[] = [];
  let next = wanted.fromMs;
  for (const { fromMs, toMs } of known) {
    if (toMs < next || fromMs > wanted.toMs) continue;
    if (fromMs > next) gaps.push({ fromMs: next, toMs: fromMs - stepMs });
    next = toMs + stepMs;
  }
  if (next <= wanted.toMs) gaps.push({ fromMs: next, toMs: wanted.toMs });
  return gaps;
}

/** More holes than this are asked for as one. */
const maxQuestions = 3;

export function questionsFor(gaps: Stretch[]): Stretch[] {
  const [first, last] = [gaps[0], gaps.at(-1)];
  return gaps.length > maxQuestions && first && last ? [{ fromMs: first.fromMs, toMs: last.toMs }] : gaps;
}
