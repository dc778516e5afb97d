import styles from "./chart.module.css";
import type { TooltipContent } from "./tooltip-node";

let region: HTMLElement | null = null;

/** Reads out what the tooltip shows of the point that the keys stand on. */
export function announce(content: TooltipContent | null): void {
  if (!region) {
    region = document.createElement("div");
    region.setAttribute("aria-live", "polite");
    region.className = styles.unseen ?? "";
    document.body.append(region);
  }
  region.textContent = content === null ? "" : spokenText(content);
}

export function spokenText({ title, rows }: TooltipContent): string {
  const own = rows.filter(({ note }) => !note);
  const row = own.find(({ strong }) => strong) ?? own[0];
  const notes = rows.filter(({ note }) => note).map(({ name, value }) => `${name}: ${value}`);
  return [...(row ? [`${row.name}: ${row.value}`] : []), title, ...notes].join(", ");
}
