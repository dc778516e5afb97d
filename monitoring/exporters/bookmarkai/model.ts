import type { Family } from "../family/family.ts";
import { analyticsFamilies } from "./analytics.ts";
import { celeryFamilies } from "./celery.ts";
import { producerFamilies } from "./producer.ts";
import { taskFlows } from "./tasks.ts";

/** BookmarkAI: a producer, a broker, and Python workers that transcribe, summarise, embed and caption. */
export function bookmarkaiModel(seed: number): Family[] {
  const tasks = taskFlows(seed);
  return [
    ...producerFamilies(seed, tasks),
    ...analyticsFamilies(seed, tasks),
    ...celeryFamilies(seed, tasks),
  ];
}
