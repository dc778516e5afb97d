import { fitFontSize, textWidth } from "@/components/panels/fit-font-size";

export interface StatLayout {
  titleSize: number;
  valueSize: number;
  /** Name and value share a line. */
  wide: boolean;
  /** Zero: the tile holds its text only. */
  lineHeight: number;
  padding: number;
  /** The value goes on in a new line, because it fits at no readable size. */
  breaks: boolean;
}

interface StatTexts {
  /** The longest of all tiles, so that they compare; empty where there is none. */
  title: string;
  value: string;
  hasLine: boolean;
  mayBeWide: boolean;
  hasChange?: boolean;
  titleSize?: number | undefined;
  valueSize?: number | undefined;
}

const textLine = 1.2;
const changeHeight = 18;
const mostTitle = 30;
const titleShare = 0.7;
const unbounded = 1_000;
/** What is smaller is not read. */
const leastText = 10;

/** How large a unit stands beside a value, the smaller beside the larger. */
export function suffixShare(valueSize: number): number {
  if (valueSize < 20) return 0.9;
  return valueSize < 26 ? 0.8 : 0.6;
}

/** Where name, value and line of a tile stand, by the proportions that Grafana's stat has. */
export function statLayout(
  { width, height }: { width: number; height: number },
  texts: StatTexts,
): StatLayout {
  const wide = texts.mayBeWide && width / height > 2.5;
  const hasLine = texts.hasLine && height > (wide ? 50 : 100);
  const padding = height > 100 ? 12 : 8;
  const box = { width: width - 2 * padding, height: height - 2 * padding };
  const text = wide ? wideText(box, texts, hasLine) : stackedText(box, height, texts, hasLine);
  const titleSize = texts.titleSize ?? text.titleSize;
  const valueSize = texts.valueSize ? withinWidth(texts.value, box.width, texts.valueSize) : text.valueSize;
  const change = texts.hasChange && !wide ? changeHeight : 0;
  const rest = height - (texts.title ? titleSize * textLine : 0) - valueSize * textLine - change;
  const lineHeight = !hasLine ? 0 : wide ? height / 2 : Math.max(height * 0.25, rest - padding);
  const breaks = valueSize <= leastText || textWidth(texts.value, valueSize, 500) > box.width;
  return { wide, titleSize, valueSize, lineHeight: Math.round(lineHeight), padding, breaks };
}

/** The size that was asked for, unless the value would not be seen to its end. */
function withinWidth(value: string, width: number, asked: number): number {
  return fitFontSize(value, { width, height: unbounded }, asked, { least: Math.min(asked, leastText) });
}

interface Box {
  width: number;
  height: number;
}

function wideText(box: Box, { title, value }: StatTexts, hasLine: boolean) {
  const valueWidth = title === "" ? 1 : hasLine ? 0.4 : 0.3;
  const valueBox = { width: box.width * valueWidth, height: box.height * (hasLine ? 0.5 : 1) };
  const titleBox = { width: box.width * 0.6, height: box.height * (hasLine ? 0.4 : 1) };
  return sizes(title, titleBox, value, valueBox);
}

function stackedText(box: Box, height: number, { title, value, hasChange }: StatTexts, hasLine: boolean) {
  const titleBox = { width: box.width, height: height * 0.15 };
  const titleHeight = title === "" ? 0 : fitted(title, titleBox, mostTitle) * textLine;
  const taken = titleHeight + (hasLine ? height * 0.25 : 0) + (hasChange ? changeHeight : 0);
  const valueHeight = box.height - taken;
  return sizes(title, titleBox, value, { width: box.width, height: valueHeight });
}

function sizes(title: string, titleBox: Box, value: string, valueBox: Box) {
  const valueSize = value === "" ? 0 : fitted(value, valueBox, unbounded);
  const most = value === "" ? mostTitle : Math.max(leastText, valueSize * titleShare);
  return { titleSize: Math.min(most, fitted(title, titleBox, mostTitle)), valueSize };
}

function fitted(text: string, box: Box, most: number): number {
  return fitFontSize(text, box, most, { least: leastText });
}
