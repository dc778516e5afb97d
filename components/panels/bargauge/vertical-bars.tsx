import { ValueLink } from "@/components/panels/value-link";
import type { BargaugeModel } from "@/lib/shared/panels/bargauge/prepare";
import { columnLayout } from "./bar-layout";
import { barTexts } from "./bar-texts";
import classes from "./bargauge.module.css";
import { GaugeTrack } from "./gauge-track";

interface BarsProps {
  model: BargaugeModel;
  width: number;
  height: number;
}

/** Bars side by side: the value above, the name below. */
export function VerticalBars({ model, width, height }: BarsProps) {
  const { gap } = model;
  const count = Math.max(1, model.bars.length);
  const texts = barTexts(model);
  const share = Math.floor((width - (count - 1) * gap) / count);
  const column = Math.max(model.size.leastWidth, share);
  const layout = columnLayout({ width: column, height }, texts);
  return (
    <div className={classes.columns} style={{ gap }}>
      {model.bars.map((bar) => (
        <div
          key={bar.key}
          className={classes.column}
          style={{ width: column }}
          title={`${bar.title}: ${bar.text}`}
        >
          {model.showValues && layout.valueHeight > 0 ? (
            <ValueLink links={bar.links} className={classes.link}>
              <span
                className={classes.value}
                data-vertical
                data-turned={layout.turned || undefined}
                style={{
                  color: bar.textColor,
                  fontSize: layout.valueSize,
                  height: layout.valueHeight,
                  lineHeight: layout.turned ? 1 : `${layout.valueHeight}px`,
                }}
              >
                {bar.text}
              </span>
            </ValueLink>
          ) : null}
          <GaugeTrack
            bar={bar}
            mode={model.displayMode}
            unfilled={model.showUnfilled}
            length={layout.barHeight}
            vertical
          />
          {model.showNames ? (
            <div
              className={classes.name}
              style={{ fontSize: layout.titleSize, lineHeight: `${layout.titleHeight}px` }}
            >
              {bar.title}
            </div>
          ) : null}
        </div>
      ))}
    </div>
  );
}
