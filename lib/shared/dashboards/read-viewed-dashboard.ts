import { runSteps } from "@/lib/shared/run-steps";
import type { OldShapes } from "./old-shapes";
import { readCurrent } from "./read-current";
import { readShapedDashboard } from "./read-shaped-dashboard";
import type { ReadDashboard } from "./reading-model";

export interface ViewedText {
  documentText: string;
  /** What the server has read of panels of former shapes, so that the code for these need not come along. */
  shapesText: string;
}

/** What `readDashboard` says, in the page. */
export function readViewedDashboard({ documentText, shapesText }: ViewedText): ReadDashboard {
  const shapes: OldShapes = JSON.parse(shapesText);
  return runSteps(
    readShapedDashboard(JSON.parse(documentText), (raw, path) => shapes[path.join(".")] ?? readCurrent(raw)),
  );
}
