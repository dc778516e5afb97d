import { frameTable, toCsv } from "@/lib/client/dashboards/frame-table";
import { downloadText, fileNameOf } from "@/lib/client/download-text";
import type { PanelData } from "@/lib/shared/panels/panel-data";

/** Loaded with the first download. */
export function exportPanelCsv(title: string, data: PanelData | null): void {
  downloadText(fileNameOf(title, "csv"), "text/csv", toCsv(frameTable(data?.results ?? [])));
}
