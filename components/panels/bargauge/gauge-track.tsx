import { withAlpha } from "@/lib/shared/panels/fields/color-math";
import classes from "./bargauge.module.css";

interface GaugeTrackProps {
  bar: {
    color: string;
    share: number;
    /** Below the least value and without one, no cell of an LCD bar is lit. */
    lit?: boolean;
    stops: { at: number; color: string }[];
    cellColor: (share: number) => string;
  };
  mode: "gradient" | "lcd" | "basic";
  unfilled: boolean;
  /** Pixels along the bar: decides the number of LCD cells. */
  length: number;
  vertical?: boolean;
  /** Pixels of an LCD cell along the bar, with the gap behind it. */
  lcdCell?: number;
}

/** The bar itself, along its row or up its column. */
export function GaugeTrack({ bar, mode, unfilled, length, vertical, lcdCell = 12 }: GaugeTrackProps) {
  if (mode === "lcd") return <LcdTrack bar={bar} length={length} vertical={vertical} lcdCell={lcdCell} />;
  const direction = vertical ? "to top" : "to right";
  // Without an unfilled part the bar is as long as its value, and what stands behind it follows at once.
  const side = vertical ? "height" : "width";
  const own = unfilled ? undefined : { flex: "none", [side]: Math.max(1, bar.share * length) };
  const share = unfilled ? `max(${bar.share * 100}%, 1px)` : "100%";
  const fill =
    mode === "basic"
      ? withAlpha(bar.color, 0.35)
      : bar.stops.length > 1
        ? `linear-gradient(${direction}, ${bar.stops.map((stop) => `${stop.color} ${Math.round(stop.at * 100)}%`).join(", ")})`
        : bar.color;
  const edge = mode === "basic" ? { [vertical ? "borderTop" : "borderRight"]: `2px solid ${bar.color}` } : {};
  return (
    <div
      className={classes.track}
      data-vertical={vertical || undefined}
      data-unfilled={unfilled || undefined}
      style={own}
    >
      <div className={classes.fill} style={{ [side]: share, background: fill, ...edge }} />
    </div>
  );
}

type LcdTrackProps = Pick<GaugeTrackProps, "bar" | "length" | "vertical"> & { lcdCell: number };

function LcdTrack({ bar, length, vertical, lcdCell }: LcdTrackProps) {
  const count = Math.min(120, Math.max(4, Math.floor(length / lcdCell)));
  const cells = Array.from({ length: count }, (_, i) => i / count);
  return (
    <div className={classes.lcd} data-vertical={vertical || undefined}>
      {cells.map((place) => {
        const color = bar.cellColor(place);
        const on = bar.lit !== false && place <= bar.share;
        const background = on
          ? `radial-gradient(${withAlpha(color, 0.95)} 10%, ${withAlpha(color, 0.55)})`
          : withAlpha(color, 0.18);
        return <div key={place} style={{ background }} />;
      })}
    </div>
  );
}
