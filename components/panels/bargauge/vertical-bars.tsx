import { fitFontSize } from "@/components/panels/fit-font-size";
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

/** Bars side by side: the value above, the name below. */
export function VerticalBars({ model, width, height }: BarsProps) {
  const count = Math.max(1, model.bars.length);
  const column = Math.max(model.size.leastWidth, Math.floor((width - (count - 1) * gap) / count));
  const longest = model.bars.reduce((a, bar) => (bar.text.length > a.length ? bar.text : a), "");
  const valueSize =
    model.valueSize ?? fitFontSize(longest, { width: column, height: height * 0.2 }, 24, { least: 11 });
  return (
    <div className={classes.columns} style={{ gap }}>
      {model.bars.map((bar) => (
        <div
          key={bar.key}
          className={classes.column}
          style={{ width: column }}
          title={`${bar.title}: ${bar.text}`}
        >
          {model.showValues ? (
            <ValueLink links={bar.links} className={classes.link}>
              <span
                className={classes.value}
                data-vertical
                style={{ color: bar.textColor, fontSize: valueSize }}
              >
                {bar.text}
              </span>
            </ValueLink>
          ) : null}
          <GaugeTrack
            bar={bar}
            mode={model.displayMode}
            unfilled={model.showUnfilled}
            length={height - 48}
            vertical
          />
          {model.showNames ? (
            <div className={classes.name} style={{ fontSize: model.titleSize ?? 12 }}>
              {bar.title}
            </div>
          ) : null}
        </div>
      ))}
    </div>
  );
}
