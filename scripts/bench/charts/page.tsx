import { useMemo } from "react";
import { createRoot, type Root } from "react-dom/client";
import { CartesianGrid, Legend, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { ChartSyncProvider } from "../../../components/charts/chart-sync";
import { TimeseriesPanel } from "../../../components/panels/timeseries/panel";
import { type BenchData, benchContext, benchData, benchPanel, HEIGHT_PX, WIDTH_PX } from "./bench-data";

export type ChartLibrary = "uplot" | "recharts";

interface BenchSize {
  library: ChartLibrary;
  charts: number;
  series: number;
  points: number;
}

export interface ChartBench {
  /** Milliseconds until all charts are on the screen. */
  mount: (size: BenchSize) => Promise<number>;
  /** Milliseconds until all charts show new data. */
  refresh: () => Promise<number>;
  nextFrame: () => Promise<void>;
  /** Whether the chart under the pointer says something: a hover that shows nothing measures nothing. */
  tooltipText: () => string;
}

interface BenchChartProps {
  data: BenchData;
}

function OurChart({ data }: BenchChartProps) {
  return (
    <TimeseriesPanel
      panel={benchPanel}
      data={data}
      context={benchContext}
      width={WIDTH_PX}
      height={HEIGHT_PX}
    />
  );
}

function RechartsChart({ data }: BenchChartProps) {
  const frame = data.results[0]?.frame;
  const rows = useMemo(() => {
    if (frame?.kind !== "range") return [];
    return Array.from({ length: frame.length }, (_, index) => ({
      time: (frame.startSeconds + index * frame.stepSeconds) * 1000,
      ...Object.fromEntries(frame.series.map(({ labels, values }) => [labels.job ?? "", values[index]])),
    }));
  }, [frame]);
  const names = frame?.series.map(({ labels }) => labels.job ?? "") ?? [];
  return (
    <LineChart width={WIDTH_PX} height={HEIGHT_PX} data={rows} syncId="bench">
      <CartesianGrid />
      <XAxis dataKey="time" type="number" domain={["dataMin", "dataMax"]} />
      <YAxis />
      <Tooltip isAnimationActive={false} />
      <Legend height={40} wrapperStyle={{ overflow: "auto" }} />
      {names.map((name) => (
        <Line key={name} dataKey={name} dot={false} isAnimationActive={false} />
      ))}
    </LineChart>
  );
}

let root: Root | null = null;
let shown: BenchSize | null = null;

function render(size: BenchSize, version: number): void {
  const Chart = size.library === "uplot" ? OurChart : RechartsChart;
  const charts = Array.from({ length: size.charts }, (_, place) => place).map((chart) => (
    <Chart key={chart} data={benchData(size.series, size.points, version, chart)} />
  ));
  root?.render(
    <ChartSyncProvider mode={1}>
      <div style={{ display: "flex", flexWrap: "wrap" }}>{charts}</div>
    </ChartSyncProvider>,
  );
}

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

async function drawn({ library, charts, series }: BenchSize): Promise<void> {
  const isDrawn = () =>
    library === "uplot"
      ? document.querySelectorAll("canvas").length >= charts
      : document.querySelectorAll("path.recharts-line-curve").length >= charts * series;
  while (!isDrawn()) await nextFrame();
  await nextFrame();
}

const bench: ChartBench = {
  mount: async (size) => {
    const host = document.getElementById("root");
    if (!host) return Number.NaN;
    root = createRoot(host);
    shown = size;
    const startMs = performance.now();
    render(size, 0);
    await drawn(size);
    return performance.now() - startMs;
  },
  refresh: async () => {
    if (!shown) return Number.NaN;
    const startMs = performance.now();
    render(shown, 1);
    await nextFrame();
    await nextFrame();
    return performance.now() - startMs;
  },
  nextFrame,
  tooltipText: () => {
    const tooltips = [...document.querySelectorAll<HTMLElement>("[role=tooltip], .recharts-tooltip-wrapper")];
    return tooltips.find((tooltip) => tooltip.style.visibility === "visible")?.textContent ?? "";
  },
};

Object.assign(window, { chartBench: bench });
