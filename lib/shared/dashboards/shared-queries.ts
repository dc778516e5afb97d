import { readNumber, readObjects } from "./read-json";
import type { ReadPanel } from "./reading-model";

/** The "datasource" of a panel that draws what another panel of the dashboard asks. */
const otherPanel = "-- Dashboard --";

/** Gives panels that lean on another panel that panel's queries; its transformations too, where they are asked for. */
export function withSharedQueries(panels: ReadPanel[]): ReadPanel[] {
  if (panels.every(({ datasource }) => datasource?.uid !== otherPanel)) return panels;
  const byId = new Map(panels.map((panel) => [panel.id, panel]));
  return panels.map((panel) => {
    if (panel.datasource?.uid !== otherPanel) return panel;
    const leaning = readObjects(panel.raw.targets).find((target) => readNumber(target.panelId) !== undefined);
    const source = byId.get(readNumber(leaning?.panelId) ?? Number.NaN);
    if (!source || source.datasource?.uid === otherPanel) return panel;
    const { id, title, raw, datasource, targets, interval, maxDataPoints, timeFrom, timeShift } = source;
    const before = leaning?.withTransforms === true ? source.transformations : [];
    return {
      ...panel,
      ...{ datasource, targets, interval, maxDataPoints, timeFrom, timeShift },
      transformations: [...before, ...panel.transformations],
      sharedFrom: { id, title, raw },
    };
  });
}
