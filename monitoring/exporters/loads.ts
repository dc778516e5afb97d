import { AUTOMATION_LOAD } from "./automation/load.ts";
import { BOOKMARKAI_LOAD } from "./bookmarkai/load.ts";
import { CODECONDUCTOR_LOAD } from "./codeconductor/load.ts";
import { MAESTRO_LOAD } from "./maestro/load.ts";
import { ML_TRAINING_LOAD } from "./ml-training/load.ts";
import type { Load } from "./overlay/load.ts";
import type { System } from "./systems.ts";

export const LOADS: Readonly<Record<System, Load>> = {
  codeconductor: CODECONDUCTOR_LOAD,
  "ml-training": ML_TRAINING_LOAD,
  automation: AUTOMATION_LOAD,
  maestro: MAESTRO_LOAD,
  bookmarkai: BOOKMARKAI_LOAD,
};
