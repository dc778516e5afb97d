import styles from "./color-legend.module.css";

interface ColorLegendProps {
  palette: string[];
  minText: string;
  maxText: string;
}

/** The palette as a bar with the counts at both ends. */
export function ColorLegend({ palette, minText, maxText }: ColorLegendProps) {
  return (
    <div className={styles.legend} role="img" aria-label={`Colours from ${minText} to ${maxText}`}>
      <span>{minText}</span>
      <span
        className={styles.bar}
        style={{ background: `linear-gradient(to right, ${palette.join(", ")})` }}
      />
      <span>{maxText}</span>
    </div>
  );
}
