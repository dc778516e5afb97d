import { AXIS_FONT_PX } from "./chart-theme";

const widths = new Map<string, number>();
const REMEMBERED = 5000;
let context: CanvasRenderingContext2D | null = null;
let family = "";

/** The page's font, read once: canvas cannot inherit it. */
export function axisFont(): string {
  family ||= getComputedStyle(document.body).fontFamily || "sans-serif";
  return `${AXIS_FONT_PX}px ${family}`;
}

/** Width in CSS px of a text in the axis font. */
export function measureText(text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return text.length * 7;
  context.font = axisFont();
  const width = context.measureText(text).width;
  if (widths.size >= REMEMBERED) widths.clear();
  widths.set(text, width);
  return width;
}

/** The longest start of the text that fits, with an ellipsis when something is cut. */
export function fitText(text: string, maxWidth: number): string {
  if (measureText(text) <= maxWidth) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measureText(`${text.slice(0, middle)}…`) <= maxWidth) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? "" : `${text.slice(0, low)}…`;
}
