/** Undo and redo over immutable states. `label` names the change that led to a state. */
export interface History<State> {
  readonly past: readonly Entry<State>[];
  readonly present: Entry<State>;
  readonly future: readonly Entry<State>[];
}

interface Entry<State> {
  state: State;
  label: string;
  /** Changes with the same key in a row, such as typing in one field, are one step. */
  mergeKey?: string;
}

const maxSteps = 200;

export function startHistory<State>(state: State): History<State> {
  return { past: [], present: { state, label: "" }, future: [] };
}

export function record<State>(
  history: History<State>,
  state: State,
  label: string,
  mergeKey?: string,
): History<State> {
  if (Object.is(state, history.present.state)) return history;
  const entry = { state, label, mergeKey };
  const continues =
    mergeKey !== undefined && history.present.mergeKey === mergeKey && history.past.length > 0;
  if (continues) return { past: history.past, present: entry, future: [] };
  return { past: [...history.past, history.present].slice(-maxSteps), present: entry, future: [] };
}

export function undo<State>(history: History<State>): History<State> {
  const previous = history.past.at(-1);
  if (!previous) return history;
  return { past: history.past.slice(0, -1), present: previous, future: [history.present, ...history.future] };
}

export function redo<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.present], present: next, future };
}
