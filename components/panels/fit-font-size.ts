let canvas: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();
const measuredPx = 100;

/** The largest font size in pixels at which the text fits the box, between `least` and `most`. */
export function fitFontSize(
  text: string,
  box: { width: number; height: number },
  most: number,
  { least = 10, weight = 500 }: { least?: number; weight?: number } = {},
): number {
  const perPixel = textWidth(text, 1, weight);
  const byWidth = perPixel > 0 ? box.width / perPixel : most;
  return Math.max(least, Math.floor(Math.min(byWidth, box.height / 1.2, most)));
}

/** The width of a text in pixels at a font size. */
export function textWidth(text: string, fontSize: number, weight = 400): number {
  return (measuredWidth(text, weight) / measuredPx) * fontSize;
}

/** The text as far as there is room for it. */
export function cutText(text: string, fontSize: number, room: number): string {
  const most = Math.floor((room / Math.max(1, textWidth(text, fontSize))) * text.length);
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1))}…`;
}

/** Width at 100 px, measured once a text. */
function measuredWidth(text: string, weight: number): number {
  const key = `${weight}:${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (canvas === undefined)
    canvas = typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
  let width = text.length * 0.6 * measuredPx;
  if (canvas) {
    const family = getComputedStyle(document.body).fontFamily;
    canvas.font = `${weight} ${measuredPx}px ${family}`;
    width = canvas.measureText(text).width;
  }
  if (widths.size > 5000) widths.clear();
  widths.set(key, width);
  return width;
}
