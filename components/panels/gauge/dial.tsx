import { ValueLink } from "@/components/panels/value-link";
import { arcPath, pointOnDial } from "@/lib/shared/panels/gauge/arc-path";
import type { GaugeDial } from "@/lib/shared/panels/gauge/prepare";
import type { DialLayout } from "./dial-layout";
import classes from "./gauge.module.css";

interface DialProps {
  dial: GaugeDial;
  width: number;
  height: number;
  layout: DialLayout;
}

/** A dial: the filled arc, the ring of threshold colours, the value in the middle. */
export function Dial({ dial, width, height, layout }: DialProps) {
  const { center, arc, thick, ring, ringWidth, valueSize, titleSize, labels } = layout;
  return (
    <div
      className={classes.dial}
      style={{ width, height }}
      role="img"
      aria-label={[dial.title, dial.text].filter(Boolean).join(": ")}
    >
      <div className={classes.picture}>
        <svg width={width} height={layout.height} aria-hidden>
          <path className={classes.track} d={arcPath(0, 1, arc, center)} strokeWidth={thick} />
          {dial.share > 0 ? (
            <path
              d={arcPath(0, dial.share, arc, center)}
              fill="none"
              stroke={dial.color}
              strokeWidth={thick}
            />
          ) : null}
          {dial.bands.map((band) => (
            <path
              key={band.from}
              d={arcPath(band.from, band.to, ring, center)}
              fill="none"
              stroke={band.color}
              strokeWidth={ringWidth}
            />
          ))}
          {labels
            ? dial.labels.map((label) => {
                const at = pointOnDial(label.at, labels.radius, center);
                return (
                  <text
                    key={label.at}
                    className={classes.bound}
                    fontSize={labels.size}
                    x={at.x}
                    y={at.y}
                    textAnchor={label.at < 0.5 ? "end" : label.at > 0.5 ? "start" : "middle"}
                    dominantBaseline="central"
                  >
                    {label.text}
                  </text>
                );
              })
            : null}
        </svg>
        <div
          className={classes.center}
          style={{ top: center.y - valueSize * 0.6, fontSize: valueSize, color: dial.textColor }}
        >
          <ValueLink links={dial.links} className={classes.link}>
            {dial.text}
          </ValueLink>
        </div>
      </div>
      {dial.title ? (
        <div className={classes.title} style={{ fontSize: titleSize }} title={dial.title}>
          {dial.title}
        </div>
      ) : null}
    </div>
  );
}
