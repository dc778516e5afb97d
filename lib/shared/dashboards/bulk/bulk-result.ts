import type { DocumentEdit } from "@/lib/shared/dashboards/edit/apply-edits";
import type { JsonPath } from "@/lib/shared/dashboards/edit/json-path";

/** A place that seems to be meant, but that is left as it is, with the reason. */
export interface BulkNote {
  message: string;
  path: JsonPath;
}

export interface BulkResult {
  edits: DocumentEdit[];
  notes: BulkNote[];
}
