import type uPlot from "uplot";
import styles from "./chart.module.css";
import { type TooltipContent, TooltipNode } from "./tooltip-node";

/** The line, and where wished the tooltip, at the time that another chart's pointer is on. */
export class ChartFollower {
  private readonly line = document.createElement("div");
  private tooltip: TooltipNode | null = null;

  constructor() {
    this.line.className = styles.crosshair ?? "";
  }

  show(plot: uPlot, left: number, content: TooltipContent | null): void {
    const { line } = this;
    if (line.parentElement !== plot.over) plot.over.append(line);
    line.style.visibility = "visible";
    line.style.transform = `translateX(${Math.round(left)}px)`;
    if (content === null) this.tooltip?.hide();
    else {
      this.tooltip ??= new TooltipNode();
      this.tooltip.show(content, plot.rect.left + left, plot.rect.top);
    }
  }

  hide(): void {
    this.line.style.visibility = "hidden";
    this.tooltip?.hide();
  }

  remove(): void {
    this.tooltip?.remove();
    this.line.remove();
  }
}
