import { automationModel } from "./automation/model.ts";
import { bookmarkaiModel } from "./bookmarkai/model.ts";
import { codeconductorModel } from "./codeconductor/model.ts";
import type { Family } from "./family/family.ts";
import { maestroModel } from "./maestro/model.ts";
import { mlTrainingModel } from "./ml-training/model.ts";

/** In the order of their ports: the first system listens on the base port. */
export const SYSTEMS = ["codeconductor", "ml-training", "automation", "maestro", "bookmarkai"] as const;

export type System = (typeof SYSTEMS)[number];

export const DEFAULT_BASE_PORT = 9801;
export const DEFAULT_HOST = "127.0.0.1";
export const DEFAULT_SEED = 1;

const MODELS: Readonly<Record<System, (seed: number) => Family[]>> = {
  codeconductor: codeconductorModel,
  "ml-training": mlTrainingModel,
  automation: automationModel,
  maestro: maestroModel,
  bookmarkai: bookmarkaiModel,
};

/** What the system exports, as a pure function of time and seed. */
export function modelOf(system: System, seed: number = DEFAULT_SEED): Family[] {
  return MODELS[system](seed);
}

export function portOf(system: System, basePort: number = DEFAULT_BASE_PORT): number {
  return basePort + SYSTEMS.indexOf(system);
}

export function isSystem(name: string): name is System {
  return SYSTEMS.some((system) => system === name);
}
