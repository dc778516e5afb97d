import type { EmptyReason } from "@/lib/shared/promql/explain/explanation";
import type { Random } from "./faulty-expressions";

export interface SeededFault {
  kind: string;
  datasource: string;
  expr: string;
  reasons: EmptyReason[];
  /** Stands among the suggestions. */
  suggestion?: string;
  variables?: { name: string; value: string }[];
  /** Seconds before now at which the range ends and how long it is. */
  range?: { endedAgo: number; length: number };
  stepSeconds?: number;
}

type Made = Omit<SeededFault, "kind" | "datasource" | "reasons"> &
  Partial<Pick<SeededFault, "datasource" | "reasons">>;

/** Faults of one kind, by its name: what an explanation may say, and one of them in an expression. */
export type FaultKinds = Record<
  string,
  { reasons: EmptyReason[]; most?: number; make: (random: Random, index: number) => Made }
>;
