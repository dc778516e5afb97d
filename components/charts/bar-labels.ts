import uPlot from "uplot";
import type { BarchartModel } from "@/lib/shared/panels/barchart/prepare";
import type { BarBox } from "./bar-boxes";
import { AXIS_FONT_PX } from "./chart-theme";
import { axisFont, measureText } from "./measure-text";

/** Grafana's proportions: how large values at the ends of bars are, and how far from them. */
const MOST_PX = 30;
const LEAST_PX = 8;
const SHARE_OF_BAR = 0.65;
/** There is always so much above the chart. */
const ROOM_ABOVE_PX = 12;
const UPRIGHT = { share: 0.1, most: 5 };
const ACROSS = { share: 0.15, most: 10 };

interface BarLabel {
  box: BarBox;
  text: string;
  negative: boolean;
}

/** The values at the ends of their bars, all of one size; none where that would be too small to read. */
export function drawBarLabels(plot: uPlot, model: BarchartModel, boxes: BarBox[], across: boolean): void {
  const labels = labelsOf(model, boxes);
  const ratio = uPlot.pxRatio;
  const { share, most } = across ? ACROSS : UPRIGHT;
  const thick = Math.min(...boxes.map(({ width, height }) => (across ? height : width)));
  const offset = Math.min(most * ratio, Math.round(share * thick));
  const fitting = model.valueSize ?? fittingSize(plot, labels, { across, offset, thick }) / ratio;
  if (labels.length === 0 || (Math.round(fitting) < LEAST_PX && model.showValues !== "always")) return;
  const size = Math.max(LEAST_PX, Math.round(fitting)) * ratio;
  const { ctx } = plot;
  ctx.save();
  ctx.font = axisFont().replace(/^\d+/, String(size));
  ctx.fillStyle = getComputedStyle(plot.root).color;
  ctx.textBaseline = across ? "middle" : "alphabetic";
  const written = new Map<number, number[]>();
  for (const { box, text, negative } of labels) {
    if (!across && covers(written, box, size)) continue;
    ctx.textAlign = across ? (negative ? "right" : "left") : "center";
    const end = negative ? box.left - offset : box.left + box.width + offset;
    if (across) ctx.fillText(text, end, box.top + box.height / 2);
    else {
      const below = box.top + box.height + offset + size * 0.8;
      ctx.fillText(text, box.left + box.width / 2, negative ? below : box.top - offset);
    }
  }
  ctx.restore();
}

/** The parts of a stack can be lower than their values: what would be written over another is left out. */
function covers(written: Map<number, number[]>, { left, top }: BarBox, size: number): boolean {
  const others = written.get(left) ?? [];
  if (others.some((other) => Math.abs(other - top) < size)) return true;
  written.set(left, [...others, top]);
  return false;
}

function labelsOf({ series }: BarchartModel, boxes: BarBox[]): BarLabel[] {
  return boxes.flatMap((box): BarLabel[] => {
    const one = series[box.series];
    const [base, top] = [one?.base[box.category] ?? 0, one?.top[box.category] ?? 0];
    return one ? [{ box, text: one.text(top - base), negative: top < base }] : [];
  });
}

interface LabelRoom {
  across: boolean;
  offset: number;
  thick: number;
}

/** The largest size, in canvas pixels, at which every value fits its bar and what is free beyond it. */
function fittingSize(plot: uPlot, labels: BarLabel[], { across, offset, thick }: LabelRoom): number {
  const { bbox } = plot;
  const free = ({ box, negative }: BarLabel) => {
    if (across) return negative ? box.left - bbox.left : bbox.left + bbox.width - box.left - box.width;
    return negative ? bbox.top + bbox.height - box.top - box.height : box.top - bbox.top;
  };
  const least = across ? 0 : ROOM_ABOVE_PX * uPlot.pxRatio;
  const room = Math.max(least, Math.min(...labels.map(free)) - offset);
  const widest = Math.max(...labels.map(({ text }) => measureText(text))) / AXIS_FONT_PX;
  const [width, height] = across ? [room, thick * SHARE_OF_BAR] : [thick * SHARE_OF_BAR, room];
  return Math.min(MOST_PX * uPlot.pxRatio, width / widest, height);
}
