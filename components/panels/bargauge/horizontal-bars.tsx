import { fitFontSize, textWidth } from "@/components/panels/fit-font-size";
import { ValueLink } from "@/components/panels/value-link";
import type { BargaugeModel } from "@/lib/shared/panels/bargauge/prepare";
import classes from "./bargauge.module.css";
import { GaugeTrack } from "./gauge-track";

interface BarsProps {
  model: BargaugeModel;
  width: number;
  height: number;
}

const gap = 6;

/** One bar below the other: the name at the left, or above where there is height for it. */
export function HorizontalBars({ model, width, height }: BarsProps) {
  const count = Math.max(1, model.bars.length);
  const { leastHeight, mostHeight } = model.size;
  const share = Math.floor((height - (count - 1) * gap) / count);
  const row = Math.min(mostHeight, Math.max(leastHeight, share));
  const above =
    model.showNames && (model.namePlacement === "top" || (model.namePlacement === "auto" && row >= 50));
  const beside = model.showNames && !above;
  const barHeight = above ? row - 20 : row;
  const longest = model.bars.reduce((a, bar) => (bar.text.length > a.length ? bar.text : a), "");
  const valueSize =
    model.valueSize ?? fitFontSize(longest, { width: width * 0.3, height: barHeight }, 28, { least: 12 });
  const nameWidth = beside ? Math.min(width * 0.4, widest(model, model.titleSize ?? 13)) : 0;
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
              style={{ width: beside ? nameWidth : undefined, fontSize: model.titleSize ?? 13 }}
            >
              {bar.title}
            </div>
          ) : null}
          <div className={classes.barLine} style={{ height: barHeight }}>
            <GaugeTrack
              bar={bar}
              mode={model.displayMode}
              unfilled={model.showUnfilled}
              length={width - nameWidth - valueSize * 4}
            />
            {model.showValues ? (
              <ValueLink links={bar.links} className={classes.link}>
                <span
                  className={classes.value}
                  style={{
                    color: bar.textColor,
                    fontSize: valueSize,
                    minWidth: `${longest.length * 0.58}em`,
                  }}
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

function widest({ bars }: BargaugeModel, fontSize: number): number {
  return Math.ceil(Math.max(0, ...bars.map((bar) => textWidth(bar.title, fontSize)))) + 10;
}
