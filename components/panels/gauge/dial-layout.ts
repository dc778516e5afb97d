import { fitFontSize, textWidth } from "@/components/panels/fit-font-size";

export interface DialLayout {
  /** Of the picture without the name below it. */
  height: number;
  center: { x: number; y: number };
  /** Of the middle of the arc's stroke. */
  arc: number;
  thick: number;
  /** Of the middle of the threshold ring's stroke; zero width without a ring. */
  ring: number;
  ringWidth: number;
  valueSize: number;
  titleSize: number;
  /** Where texts at the thresholds stand; null without them. */
  labels: { radius: number; size: number } | null;
}

interface Size {
  width: number;
  height: number;
}

interface DialTexts {
  /** The longest value of all dials, so that they compare. */
  value: string;
  hasTitle: boolean;
  hasRing: boolean;
  /** What stands at the thresholds. */
  labels: readonly string[];
  valueSize?: number | undefined;
  titleSize?: number | undefined;
}

/** How far the ends of the arc (18 degrees below the middle) reach down, in radii. */
const belowCenter = Math.sin(Math.PI / 10);
const titleLine = 1.5;
const mostTitle = 20;
/** A name on a low dial leaves it most of the height. */
const mostTitleShare = 0.2;
const leastText = 10;
/** Of the value of a small dial, beside which others stand. */
const leastValue = 8;
const cellMargin = 4;

/** Below it there is no place for texts around a dial. */
const leastLabelled = 24;

/** Where everything of a dial stands, by the proportions that Grafana's gauge has; small dials go without texts around. */
export function dialLayout(size: Size, texts: DialTexts): DialLayout {
  const layout = placeDial(size, texts);
  if (layout.labels === null) return layout;
  const value = textWidth(texts.value, layout.valueSize, 500) / 2;
  const hasRoom = layout.arc >= leastLabelled && value <= layout.labels.radius - layout.labels.size / 2;
  return hasRoom ? layout : placeDial(size, { ...texts, labels: [] });
}

function placeDial({ width, height }: Size, texts: DialTexts): DialLayout {
  const titleSize =
    texts.titleSize ?? Math.max(leastText, Math.min(width * 0.1, height * mostTitleShare, mostTitle));
  const room = height - (texts.hasTitle ? titleSize * titleLine : 0);
  const drawn = Math.max(20, Math.min(room, width));
  const hasLabels = texts.labels.length > 0;
  const stroke = Math.min(drawn / 5.5, 40) / (hasLabels ? 1.5 : 1);
  const ringWidth = texts.hasRing ? stroke / 5 : 0;
  const valueSize = texts.valueSize ?? fittingValue(width, drawn, stroke, ringWidth, texts.value);
  const mostLabel = hasLabels ? Math.max(leastText, valueSize / 2.5) : 0;
  const labelMargin = hasLabels ? stroke / 5 + 1 : 0;
  const around = labelMargin * 2 + mostLabel + ringWidth;
  const underCenter = Math.max(1, width / 30) + valueSize / 2;
  const usable = drawn - cellMargin * 2;
  const byArc = usable / (1 + belowCenter);
  const byHeight = byArc * belowCenter < underCenter ? usable - underCenter : byArc;
  const whole = Math.min(width / 2 - cellMargin, byHeight) - around;
  const margin = cellMargin + ringWidth + labelMargin;
  const { radius, labelSize } = besideTexts(
    { width, radius: Math.max(8, whole), margin, mostLabel },
    texts.labels,
  );
  const thick = stroke >= radius ? Math.max(3, radius / 3) : stroke;
  const outer = radius + around;
  const blank = Math.max(0, usable - Math.max(outer * (1 + belowCenter), outer + underCenter));
  return {
    height: drawn,
    center: { x: width / 2, y: cellMargin + outer + blank / 2 },
    arc: radius - thick / 2,
    thick,
    ring: radius + ringWidth / 2 + 1,
    ringWidth: Math.max(0, ringWidth - 1),
    valueSize,
    titleSize,
    labels: hasLabels ? { radius: radius + ringWidth + labelMargin + labelSize / 2, size: labelSize } : null,
  };
}

interface Beside {
  width: number;
  radius: number;
  margin: number;
  mostLabel: number;
}

/** Beside a dial a text needs its width: first the texts get smaller, then, by a quarter at most, the dial. */
function besideTexts({ width, radius, margin, mostLabel }: Beside, labels: readonly string[]) {
  // A text begins half a line beyond the ring.
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, 1) + 0.5));
  const side = width / 2 - margin;
  if (widest * mostLabel <= side - radius) return { radius, labelSize: mostLabel };
  const labelSize = Math.max(leastText, Math.min(mostLabel, (side - radius) / widest));
  return { radius: Math.max(radius * 0.75, Math.min(radius, side - widest * labelSize)), labelSize };
}

/** Narrower, the values of two dials side by side would run into each other. */
export function leastDialWidth(value: string, valueSize = leastValue): number {
  return Math.ceil(textWidth(value, valueSize, 500));
}

function fittingValue(width: number, drawn: number, stroke: number, ring: number, text: string): number {
  const inside = Math.min(width, drawn * 1.3) * 0.9 - ((stroke + ring) * 2 + 10);
  return fitFontSize(text, { width: inside, height: drawn }, stroke * 1.7, { least: leastValue });
}
