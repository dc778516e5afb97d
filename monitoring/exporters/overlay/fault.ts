import type { System } from "../systems.ts";
import type { Effect } from "./state.ts";

/** Something that goes wrong on request, strongly enough that its alert fires. */
export interface Fault {
  name: string;
  system: System;
  /** One sentence: what an on-call person sees. */
  says: string;
  effects: (seconds: number) => Effect[];
}
