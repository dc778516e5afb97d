import type { ChartPin } from "@/components/charts/chart-pin";
import type { BarchartModel } from "@/lib/shared/panels/barchart/prepare";

/** What a press on a bar pins: all bars of its category, and where the pressed one leads. */
export function pinOfCategory(
  { categories, series }: BarchartModel,
  category: number,
  pressed: number,
): Pick<ChartPin, "content" | "series"> | null {
  const title = categories[category];
  const shown = series.filter(({ inTooltip, values }) => inTooltip && values[category] != null);
  if (title === undefined || shown.length === 0) return null;
  const meant = series[pressed];
  const rows = shown.map((one) => ({
    color: one.colors?.[category] ?? one.color,
    name: one.name,
    value: one.text(one.values[category] ?? 0),
    strong: one === meant && shown.length > 1,
  }));
  const links = meant?.links?.(category) ?? [];
  return {
    content: { title, rows, more: 0 },
    series: meant ? { name: meant.name, labels: {}, links } : null,
  };
}
