import { withAlpha } from "@/lib/shared/panels/fields/color-math";
import classes from "./bargauge.module.css";

interface GaugeTrackProps {
  bar: {
    color: string;
    share: number;
    stops: { at: number; color: string }[];
    cellColor: (share: number) => string;
  };
  mode: "gradient" | "lcd" | "basic";
  unfilled: boolean;
  /** Pixels along the bar, roughly: decides the number of LCD cells. */
  length: number;
  vertical?: boolean;
}

/** The bar itself, along its row or up its column. */
export function GaugeTrack({ bar, mode, unfilled, length, vertical }: GaugeTrackProps) {
  if (mode === "lcd")
    return <LcdTrack bar={bar} mode={mode} unfilled={unfilled} length={length} vertical={vertical} />;
  const direction = vertical ? "to top" : "to right";
  const share = `${Math.max(bar.share * 100, bar.share > 0 ? 0.5 : 0)}%`;
  const fill =
    bar.stops.length > 1
      ? `linear-gradient(${direction}, ${bar.stops.map((stop) => `${stop.color} ${Math.round(stop.at * 100)}%`).join(", ")})`
      : mode === "basic"
        ? withAlpha(bar.color, 0.55)
        : `linear-gradient(${direction}, ${withAlpha(bar.color, 0.35)}, ${bar.color})`;
  const edge = mode === "basic" ? { [vertical ? "borderTop" : "borderRight"]: `2px solid ${bar.color}` } : {};
  return (
    <div
      className={classes.track}
      data-vertical={vertical || undefined}
      data-unfilled={unfilled || undefined}
    >
      <div
        className={classes.fill}
        style={{ [vertical ? "height" : "width"]: share, background: fill, ...edge }}
      />
    </div>
  );
}

function LcdTrack({ bar, unfilled, length, vertical }: GaugeTrackProps) {
  const count = Math.min(60, Math.max(4, Math.floor(length / 12)));
  const cells = Array.from({ length: count }, (_, i) => (i + 0.5) / count);
  return (
    <div className={classes.lcd} data-vertical={vertical || undefined}>
      {cells.map((place) => {
        const color = bar.cellColor(place);
        const on = place <= bar.share;
        return <div key={place} style={{ background: on ? color : withAlpha(color, unfilled ? 0.15 : 0) }} />;
      })}
    </div>
  );
}
