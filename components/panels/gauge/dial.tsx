import { textWidth } from "@/components/panels/fit-font-size";
import { ValueLink } from "@/components/panels/value-link";
import { arcPath, pointOnDial } from "@/lib/shared/panels/gauge/arc-path";
import type { GaugeDial } from "@/lib/shared/panels/gauge/prepare";
import classes from "./gauge.module.css";

interface DialProps {
  dial: GaugeDial;
  width: number;
  height: number;
  valueSize: number;
  titleSize: number;
}

const boundsHeight = 14;

/** A dial: the filled arc, the ring of threshold colours, the value in the middle. */
export function Dial({ dial, width, height, valueSize, titleSize }: DialProps) {
  const titleHeight = dial.title ? titleSize * 1.5 : 0;
  const drawn = Math.max(20, height - titleHeight);
  // 240 degrees of a circle are 1.5 radii high.
  const fits = (bottom: number) => Math.max(8, Math.min(width / 2, (drawn - bottom) / 1.5) - 4);
  const boundsWidth = textWidth(dial.minText, 11) + textWidth(dial.maxText, 11) + 8;
  const hasBounds = fits(boundsHeight) > 44 && boundsWidth < fits(boundsHeight) * 1.5;
  const bottom = hasBounds ? boundsHeight : 0;
  const radius = fits(bottom);
  const ring = dial.bands.length > 0 ? Math.max(3, radius * 0.05) : 0;
  const thick = Math.max(6, radius * 0.2);
  const arc = radius - (ring ? ring + 2 : 0) - thick / 2;
  const center = { x: width / 2, y: (drawn - bottom - radius * 1.5) / 2 + radius };
  return (
    <div
      className={classes.dial}
      style={{ width, height }}
      role="img"
      aria-label={[dial.title, dial.text].filter(Boolean).join(": ")}
    >
      <svg width={width} height={drawn} aria-hidden>
        <path className={classes.track} d={arcPath(0, 1, arc, center)} strokeWidth={thick} />
        {dial.share > 0 ? (
          <path d={arcPath(0, dial.share, arc, center)} fill="none" stroke={dial.color} strokeWidth={thick} />
        ) : null}
        {dial.bands.map((band) => (
          <path
            key={band.from}
            d={arcPath(band.from, band.to, radius - ring / 2, center)}
            fill="none"
            stroke={band.color}
            strokeWidth={ring}
          />
        ))}
        {hasBounds ? <Bounds dial={dial} arc={arc} thick={thick} center={center} /> : null}
        {(radius > 64 ? dial.labels : []).map((label) => {
          const at = pointOnDial(label.at, arc - thick / 2 - 10, center);
          return (
            <text key={label.at} className={classes.bound} x={at.x} y={at.y} textAnchor="middle">
              {label.text}
            </text>
          );
        })}
      </svg>
      <div
        className={classes.center}
        style={{ top: center.y - valueSize * 0.75, fontSize: valueSize, color: dial.textColor }}
      >
        <ValueLink links={dial.links} className={classes.link}>
          {dial.text}
        </ValueLink>
      </div>
      {dial.title ? (
        <div className={classes.title} style={{ fontSize: titleSize }} title={dial.title}>
          {dial.title}
        </div>
      ) : null}
    </div>
  );
}

interface BoundsProps {
  dial: GaugeDial;
  arc: number;
  thick: number;
  center: { x: number; y: number };
}

/** The least and the greatest value under the ends of the arc. */
function Bounds({ dial, arc, thick, center }: BoundsProps) {
  const left = pointOnDial(0, arc, center);
  const right = pointOnDial(1, arc, center);
  const y = left.y + thick / 2 + 8;
  return (
    <>
      <text className={classes.bound} x={left.x + thick * 0.3} y={y} textAnchor="middle">
        {dial.minText}
      </text>
      <text className={classes.bound} x={right.x - thick * 0.3} y={y} textAnchor="middle">
        {dial.maxText}
      </text>
    </>
  );
}
