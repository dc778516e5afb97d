import { fitFontSize, textWidth } from "@/components/panels/fit-font-size";

interface BarTexts {
  /** The longest of all bars, so that they stand in one line; empty where they are not shown. */
  title: string;
  value: string;
  placement: "auto" | "top" | "left" | "hidden";
  titleSize?: number | undefined;
  valueSize?: number | undefined;
}

export interface RowLayout {
  above: boolean;
  titleSize: number;
  /** Of a name beside its bar; zero above it. */
  titleWidth: number;
  titleHeight: number;
  valueSize: number;
  valueWidth: number;
  barWidth: number;
  barHeight: number;
}

export interface ColumnLayout {
  titleSize: number;
  titleHeight: number;
  valueSize: number;
  /** Zero where values have no room at all. */
  valueHeight: number;
  /** Values stand upright: side by side they would run into each other. */
  turned: boolean;
  barHeight: number;
}

const titleLine = 1.5;
const valuePadding = 10;
/** Of a value in a narrow column or beside a short bar: what is smaller yet cannot be read. */
const leastValue = 8;
/** Of values that stand upright, and the share of the height that they may take. */
const turnedValue = 10;
const mostTurned = 0.5;
/** What a value leaves the bar before it, of what its name left. */
const leastBar = 0.1;
const unbounded = 1_000;
/** Rows higher than this have their name above the bar. */
const mostBeside = 40;

/** How a row shares its place between name, bar and value, by the proportions that Grafana's bar gauge has. */
export function rowLayout({ width, height }: { width: number; height: number }, texts: BarTexts): RowLayout {
  const { title, value, placement } = texts;
  const named = title !== "" && placement !== "hidden";
  const above = named && (placement === "top" || (placement === "auto" && height > mostBeside));
  const line = above ? Math.max(Math.min(height * 0.45, 50), 17) : Math.max(height * 0.6, 18);
  const titleSize = texts.titleSize ?? line / titleLine;
  const titleHeight = above ? (texts.titleSize ? texts.titleSize * titleLine : line) : 0;
  const titleWidth = named && !above ? Math.min(textWidth(title, titleSize) + 15, width * 0.4) : 0;
  const room = height - titleHeight;
  const measured =
    textWidth(value, texts.valueSize ?? Math.max(named ? titleSize : 0, 12)) + 2 * valuePadding;
  const wanted = Math.max(Math.min(width * 0.2, 150), measured);
  const valueWidth = value === "" ? 0 : Math.min(wanted, (width - titleWidth) * (1 - leastBar));
  return {
    above,
    titleSize,
    titleWidth,
    titleHeight,
    valueSize: texts.valueSize ?? fitted(value, valueWidth - 2 * valuePadding, room),
    valueWidth,
    barWidth: Math.max(0, width - valueWidth - titleWidth),
    barHeight: room,
  };
}

/** How a column shares its place: the value above the bar, the name below. */
export function columnLayout(
  { width, height }: { width: number; height: number },
  texts: BarTexts,
): ColumnLayout {
  const named = texts.title !== "" && texts.placement !== "hidden";
  const titleSize = texts.titleSize ?? 14;
  const titleHeight = named ? titleSize * titleLine : 0;
  const line = texts.valueSize ?? Math.min(Math.max(height * 0.1, 18), 50);
  const turned = textWidth(texts.value, texts.valueSize ?? leastValue) > width;
  const upright = turned ? uprightHeight(texts, height - titleHeight) : line;
  const valueHeight = texts.value === "" ? 0 : upright;
  return {
    titleSize,
    titleHeight,
    valueSize: texts.valueSize ?? (turned ? turnedValue : fitted(texts.value, width, line)),
    valueHeight,
    turned,
    barHeight: Math.max(0, height - titleHeight - valueHeight),
  };
}

function uprightHeight({ value, valueSize }: BarTexts, room: number): number {
  const long = Math.ceil(textWidth(value, valueSize ?? turnedValue)) + 4;
  return long > room * mostTurned ? 0 : long;
}

/** In a line that is as high as the text. */
function fitted(text: string, width: number, height: number): number {
  return fitFontSize(text, { width, height: height * 1.2 }, unbounded, { least: leastValue, weight: 400 });
}
