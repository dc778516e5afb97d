import type { BulkChange } from "./bulk-change";

/** What a bulk edit does, in a few words. */
export function bulkChangeWords(change: BulkChange): string {
  switch (change.kind) {
    case "renameMetric":
      return `Rename the metric ${change.from} to ${change.to}`;
    case "renameLabel":
      return `Rename the label ${change.from} to ${change.to}`;
    case "replaceDatasource":
      return `Ask ${change.to} instead of ${change.from || "the default datasource"}`;
    case "setUnit":
      return change.unit === "" ? "Take the unit away" : `Set the unit to ${change.unit}`;
    case "setDecimals":
      return `Show ${change.decimals} decimals`;
    case "setDescription":
      return "Set the description of panels";
    case "setRefresh":
      return change.refresh === "" ? "Turn the refresh off" : `Refresh every ${change.refresh}`;
    case "addTag":
      return `Add the tag ${change.tag}`;
    case "removeTag":
      return `Remove the tag ${change.tag}`;
  }
}
