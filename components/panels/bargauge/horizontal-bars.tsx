import { ValueLink } from "@/components/panels/value-link";
import type { BargaugeModel } from "@/lib/shared/panels/bargauge/prepare";
import { rowLayout } from "./bar-layout";
import { barTexts } from "./bar-texts";
import classes from "./bargauge.module.css";
import { GaugeTrack } from "./gauge-track";

interface BarsProps {
  model: BargaugeModel;
  width: number;
  height: number;
}

/** One bar below the other: the name at the left, or above where there is height for it. */
export function HorizontalBars({ model, width, height }: BarsProps) {
  const count = Math.max(1, model.bars.length);
  const { leastHeight, mostHeight } = model.size;
  const { gap } = model;
  const share = Math.floor((height - (count - 1) * gap) / count);
  const row = Math.min(mostHeight, Math.max(leastHeight, share));
  const layout = rowLayout({ width, height: row }, barTexts(model));
  const { above, titleSize, titleWidth, titleHeight, valueSize, valueWidth, barWidth } = layout;
  return (
    <div className={classes.rows} style={{ gap }}>
      {model.bars.map((bar) => (
        <div
          key={bar.key}
          className={classes.row}
          style={{ height: row }}
          data-above={above || undefined}
          title={`${bar.title}: ${bar.text}`}
        >
          {model.showNames ? (
            <div
              className={classes.name}
              style={{
                width: above ? undefined : titleWidth,
                fontSize: titleSize,
                lineHeight: above ? `${titleHeight}px` : undefined,
              }}
            >
              {bar.title}
            </div>
          ) : null}
          <div className={classes.barLine} style={{ height: layout.barHeight }}>
            <GaugeTrack bar={bar} mode={model.displayMode} unfilled={model.showUnfilled} length={barWidth} />
            {model.showValues ? (
              <ValueLink links={bar.links} className={classes.link}>
                <span
                  className={classes.value}
                  style={{ color: bar.textColor, fontSize: valueSize, width: valueWidth }}
                >
                  {bar.text}
                </span>
              </ValueLink>
            ) : null}
          </div>
        </div>
      ))}
    </div>
  );
}
