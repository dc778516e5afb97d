import { runSteps } from "@/lib/shared/run-steps";
import { readPanelShape } from "./read-panel-shape";
import { readShapedDashboard } from "./read-shaped-dashboard";
import type { DashboardDocument, ReadDashboard } from "./reading-model";

/** Reads a stored dashboard of any age. Never throws for a JSON object and never changes it. */
export function readDashboard(document: DashboardDocument): ReadDashboard {
  return runSteps(readDashboardInSteps(document));
}

/** The same, pausing between its parts for who cannot wait for a very large one. */
export function readDashboardInSteps(document: DashboardDocument): Generator<undefined, ReadDashboard> {
  return readShapedDashboard(document, readPanelShape);
}
