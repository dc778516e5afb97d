import type { Effect } from "./state.ts";

/** One step of a load: what it is called, and what it does to the metrics in the seconds that follow. */
export interface LoadStep {
  title: string;
  activities: readonly { after?: number; seconds: number; effects: Effect[] }[];
}

export interface Load {
  /** How many steps unless the person says otherwise. */
  count: number;
  /** `step` counts from 0; `id` differs from step to step and from run to run. */
  step: (step: number, id: string) => LoadStep;
}

/** The list over and over again. */
export function inTurn<Item>(list: readonly [Item, ...Item[]], step: number): Item {
  return list[step % list.length] ?? list[0];
}
