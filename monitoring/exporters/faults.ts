import { AUTOMATION_FAULTS } from "./automation/faults.ts";
import { BOOKMARKAI_FAULTS } from "./bookmarkai/faults.ts";
import { CODECONDUCTOR_FAULTS } from "./codeconductor/faults.ts";
import { MAESTRO_FAULTS } from "./maestro/faults.ts";
import { ML_TRAINING_FAULTS } from "./ml-training/faults.ts";
import type { Fault } from "./overlay/fault.ts";

export const FAULTS: readonly Fault[] = [
  ...CODECONDUCTOR_FAULTS,
  ...ML_TRAINING_FAULTS,
  ...AUTOMATION_FAULTS,
  ...MAESTRO_FAULTS,
  ...BOOKMARKAI_FAULTS,
];

export function findFault(name: string): Fault | undefined {
  return FAULTS.find((fault) => fault.name === name);
}
