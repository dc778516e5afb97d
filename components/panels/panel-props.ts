import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";

/** What every panel type draws from; the size is that of the panel's body in pixels. */
export interface PanelProps {
  panel: ReadPanel;
  data: PanelData;
  context: PrepareContext;
  width: number;
  height: number;
  onZoom?: (fromMs: number, toMs: number) => void;
  /** Charts with the same key share their crosshair. */
  crosshair?: string;
}
