import { textWidth } from "@/components/panels/fit-font-size";
import type { BargaugeModel } from "@/lib/shared/panels/bargauge/prepare";

/** What the layout of all bars goes by: the longest name and value. */
export function barTexts(model: BargaugeModel) {
  const longest = (texts: string[]) =>
    texts.reduce((a, b) => (textWidth(b, 1) > textWidth(a, 1) ? b : a), "");
  return {
    title: model.showNames ? longest(model.bars.map(({ title }) => title)) : "",
    value: model.showValues ? longest(model.bars.map(({ text }) => text)) : "",
    placement: model.namePlacement,
    titleSize: model.titleSize,
    valueSize: model.valueSize,
  };
}
