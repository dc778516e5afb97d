import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData, PrepareContext } from "@/lib/shared/panels/panel-data";
import { TextOptions } from "./options";

export interface TextModel {
  empty: boolean;
  mode: "markdown" | "html" | "code";
  /** With dashboard variables filled in; not yet sanitised. */
  content: string;
  lineNumbers: boolean;
}

export function prepareText(panel: ReadPanel, _data: PanelData, context: PrepareContext): TextModel {
  const options = TextOptions.parse(panel.options);
  const content = context.interpolate(options.content);
  return {
    empty: content.trim() === "",
    mode: options.mode,
    content,
    lineNumbers: options.code.showLineNumbers,
  };
}
