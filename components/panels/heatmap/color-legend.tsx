import styles from "./color-legend.module.css";

interface ColorLegendProps {
  palette: string[];
  minText: string;
  maxText: string;
  height: number;
}

/** Lower than this, the counts stand beside the bar. */
const STACKED_PX = 40;

/** The palette as a bar with the counts at both ends. */
export function ColorLegend({ palette, minText, maxText, height }: ColorLegendProps) {
  const share = 100 / palette.length;
  const stops = palette.map((color, index) => `${color} ${index * share}% ${(index + 1) * share}%`);
  return (
    <div
      className={styles.legend}
      data-stacked={height >= STACKED_PX || undefined}
      role="img"
      aria-label={`Colours from ${minText} to ${maxText}`}
      style={{ height }}
    >
      <span className={styles.bar} style={{ background: `linear-gradient(to right, ${stops.join(", ")})` }} />
      <span>{minText}</span>
      <span>{maxText}</span>
    </div>
  );
}
