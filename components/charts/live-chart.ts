import uPlot from "uplot";
import { watchSight } from "@/lib/client/watch-sight";
import { zoomOut } from "@/lib/shared/time/move-range";
import { chartCursor, DRAG_PX } from "./chart-cursor";
import { ChartFollower } from "./chart-follower";
import type { ChartKind, TooltipPlace } from "./chart-kind";
import { type ChartLayer, noLayers, withNotes } from "./chart-layer";
import type { ChartPin } from "./chart-pin";
import { joinCrosshair, publishCrosshair } from "./crosshair-bus";
import { lateGestures } from "./late-gestures";
import { sayNotPinned } from "./say-not-pinned";
import { endTimeDrag } from "./time-scale";
import { sharedTooltip, type TooltipContent } from "./tooltip-node";

export interface LiveChartHandlers {
  onZoom?: (fromMs: number, toMs: number) => void;
  /** A press pins the tooltip. */
  onPin?: (pin: ChartPin) => void;
}

interface Sync {
  key: string;
  mode: 0 | 1 | 2;
}

/** A uPlot that lives as long as its element: new models change it in place where their structure allows. */
export class LiveChart<M> {
  handlers: LiveChartHandlers = {};
  /** A pinned tooltip is open: no other one is shown. */
  pinned = false;
  private layers: readonly ChartLayer[] = noLayers;
  private plot: uPlot | null = null;
  private model: M | null = null;
  private structure = "";
  private width = 0;
  private height = 0;
  private onScreen = true;
  private follower: ChartFollower | null = null;
  private leading = false;
  private content: TooltipContent | null = null;
  private sync: Sync | null = null;
  private leaveGroup: (() => void) | null = null;
  private detachTouch: (() => void) | null = null;
  private readonly host: HTMLElement;
  private readonly kind: ChartKind<M>;
  private readonly sizes: ResizeObserver;
  private readonly leaveSight: () => void;

  constructor(host: HTMLElement, kind: ChartKind<M>) {
    this.host = host;
    this.kind = kind;
    this.sizes = new ResizeObserver(([entry]) => {
      if (entry) this.fit(entry.contentRect.width, entry.contentRect.height);
    });
    this.sizes.observe(host);
    this.leaveSight = watchSight(host, 0, (isNear) => {
      this.onScreen = isNear;
      if (!isNear) this.follow(null);
    });
  }

  show(model: M): void {
    this.model = model;
    const structure = this.kind.structure(model);
    if (!this.plot || structure !== this.structure) {
      this.structure = structure;
      this.build();
      return;
    }
    endTimeDrag(this.plot);
    const visible = this.kind.visible?.(model) ?? [];
    this.plot.batch(() => {
      visible.forEach((show, index) => {
        if (this.plot?.series[index + 1]?.show !== show) this.plot?.setSeries(index + 1, { show }, false);
      });
      this.plot?.setData(this.kind.data(model));
    });
    if (this.leading) this.point();
  }

  join(sync: Sync | null): void {
    this.leaveGroup?.();
    this.sync = sync;
    this.leaveGroup = this.isShared() && sync ? joinCrosshair(sync.key, this.follow) : null;
  }

  /** Lays annotations and the like over the plot; only a chart over time takes them. */
  cover(layers: readonly ChartLayer[]): void {
    const next = this.kind.overTime ? layers : noLayers;
    if (next === this.layers) return;
    this.layers = next;
    this.plot?.redraw(false, false);
  }

  /** What the keys walk over; null until it is drawn. */
  get walked(): uPlot | null {
    return this.plot;
  }

  /** What the tooltip says at the moment. */
  get said(): TooltipContent | null {
    return this.leading ? this.content : null;
  }

  /** Fades all series but one (index into the model's series); null ends that. */
  highlight(index: number | null): void {
    this.plot?.setSeries(index === null ? null : index + 1, { focus: index !== null }, false);
  }

  destroy(): void {
    this.sizes.disconnect();
    this.leaveSight();
    this.leaveGroup?.();
    this.dropPlot();
    this.follower?.remove();
  }

  fit(wide: number, high: number): void {
    const width = Math.floor(wide);
    const height = Math.floor(high);
    if (width === this.width && height === this.height) return;
    this.width = width;
    this.height = height;
    if (!this.plot) this.build();
    else if (width > 0 && height > 0) this.plot.setSize({ width, height });
  }

  private dropPlot(): void {
    if (this.leading) this.point(null);
    this.detachTouch?.();
    this.detachTouch = null;
    this.plot?.destroy();
    this.plot = null;
  }

  private build(): void {
    const model = this.model;
    if (model === null || this.width <= 0 || this.height <= 0) return;
    this.dropPlot();
    const options = this.kind.options(() => this.model ?? model);
    const visible = this.kind.visible?.(model) ?? [];
    this.plot = new uPlot(
      {
        ...options,
        series: options.series.map((series, index) => ({ ...series, show: visible[index - 1] ?? true })),
        width: this.width,
        height: this.height,
        legend: { show: false },
        focus: { alpha: 0.25 },
        cursor: { ...options.cursor, ...chartCursor(this.canZoom(), () => this.zoomOut()) },
        hooks: {
          ...options.hooks,
          draw: [...(options.hooks?.draw ?? []), (plot) => this.drawLayers(plot)],
          setCursor: [() => this.point()],
          setSelect: [() => this.select()],
        },
      },
      this.kind.data(model),
      this.host,
    );
    this.plot.over.addEventListener("click", ({ shiftKey }) => void (shiftKey || this.pin()));
    if (!this.canZoom()) return;
    this.detachTouch = lateGestures(this.plot, (fromMs, toMs) => this.handlers.onZoom?.(fromMs, toMs));
  }

  private drawLayers(plot: uPlot): void {
    for (const layer of this.layers) layer.draw(plot);
  }

  private canZoom(): boolean {
    return this.kind.overTime && this.handlers.onZoom !== undefined;
  }

  private zoomOut(): null {
    const { min, max } = this.plot?.scales.x ?? {};
    if (!this.canZoom() || min === undefined || max === undefined) return null;
    const { fromMs, toMs } = zoomOut({ fromMs: min, toMs: max });
    this.handlers.onZoom?.(fromMs, toMs);
    return null;
  }

  /** Pins what the tooltip says where the cursor stands. */
  async pin(): Promise<void> {
    // What shows it must have come, too.
    const parts = Promise.all([import("./pin-at-cursor"), import("./pinned-tooltip")]);
    const [code] = await parts.catch(() => [null]);
    const { plot, model } = this;
    if (!plot || model === null) return;
    if (!code) return sayNotPinned(plot);
    const pin = code.pinAtCursor(this.kind, plot, model, (place) => this.contentAt(model, place));
    if (!pin) return;
    this.pinned = true;
    sharedTooltip().hide();
    this.handlers.onPin?.(pin);
  }

  private select(): void {
    const plot = this.plot;
    if (!plot || plot.select.width < DRAG_PX) return;
    const fromMs = plot.posToVal(plot.select.left, "x");
    const toMs = plot.posToVal(plot.select.left + plot.select.width, "x");
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    this.handlers.onZoom?.(Math.round(fromMs), Math.round(toMs));
  }

  /** Brings tooltip and the other charts to where this chart's pointer is. */
  private point(left: number | null | undefined = this.plot?.cursor.left): void {
    const { plot, model } = this;
    if (!plot || model === null || left == null || left < 0) {
      if (!this.leading) return;
      this.leading = false;
      this.publish(null);
      sharedTooltip().hide();
      return;
    }
    this.leading = true;
    this.publish(plot.posToVal(left, "x"));
    const { idx, top = -1 } = plot.cursor;
    const content = idx != null && top >= 0 ? this.contentAt(model, { plot, idx, left, top }) : null;
    this.content = content;
    if (content && !this.pinned) sharedTooltip().show(content, plot.rect.left + left, plot.rect.top + top);
    else sharedTooltip().hide();
  }

  private contentAt(model: M, place: TooltipPlace): TooltipContent | null {
    const notes = this.layers.flatMap((layer) => layer.notesAt(place.plot, place.left, place.top));
    return withNotes(this.kind.tooltip(model, place), notes);
  }

  private isShared(): boolean {
    return this.kind.overTime && this.sync !== null && this.sync.mode > 0;
  }

  private publish(timeMs: number | null): void {
    if (this.sync && this.isShared()) publishCrosshair(this.sync.key, this.follow, timeMs);
  }

  /** Shows the time that another chart points at. */
  private readonly follow = (timeMs: number | null): void => {
    const { plot, model } = this;
    const left = plot && timeMs !== null && this.onScreen ? plot.valToPos(timeMs, "x") : -1;
    if (!plot || model === null || left < 0 || left > plot.over.clientWidth) {
      this.follower?.hide();
      return;
    }
    this.follower ??= new ChartFollower();
    const place = { plot, idx: plot.posToIdx(left), left, top: null };
    this.follower.show(plot, left, this.sync?.mode === 2 ? this.contentAt(model, place) : null);
  };
}
