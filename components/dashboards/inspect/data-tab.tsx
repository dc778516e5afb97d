"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconDownload } from "@tabler/icons-react";
import { Suspense, useMemo, useState } from "react";
import { DataTable } from "@/components/panels/table/data-table";
import { frameTable, toCsv } from "@/lib/client/dashboards/frame-table";
import type { PanelResults } from "@/lib/client/dashboards/panel-results";
import { valueTable } from "@/lib/client/dashboards/value-table";
import { downloadText, fileNameOf } from "@/lib/client/download-text";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData } from "@/lib/shared/panels/panel-data";
import { prepareTwin } from "@/lib/shared/panels/twin/prepare";
import { usePanelContext } from "../use-panel-context";
import classes from "./inspect-drawer.module.css";
import { RawTable } from "./raw-table";

interface DataTabProps {
  panel: ReadPanel;
  itemKey: string;
  title: string;
  data: PanelData | null;
  results: PanelResults;
}

const forms = [
  { value: "shown", label: "As the panel shows it" },
  { value: "answered", label: "As Prometheus answered" },
];

export function DataTab({ data, ...props }: DataTabProps) {
  const [form, setForm] = useState("shown");
  if (!data || data.results.every(({ frame }) => frame.series.length === 0)) {
    return <p>There is no data to show.</p>;
  }
  return (
    <>
      <SegmentedControl
        aria-label="Form of the data"
        size="xs"
        data={forms}
        value={form}
        onChange={setForm}
      />
      {form === "shown" ? (
        <Suspense fallback={null}>
          <ShownData data={data} {...props} />
        </Suspense>
      ) : (
        <AnsweredData data={data} title={props.title} />
      )}
    </>
  );
}

/** After transformations, with the panel's names, units and mappings. */
function ShownData({ panel, itemKey, title, data, results }: DataTabProps & { data: PanelData }) {
  const [frameIndex, setFrameIndex] = useState<number>();
  const { ref, width, height } = useElementSize();
  const context = usePanelContext(panel, data, results.scopeOf(itemKey));
  const model = useMemo(
    () => prepareTwin(panel, data, context, frameIndex),
    [panel, data, context, frameIndex],
  );
  return (
    <>
      <Bar rows={model.rowCount} columns={model.columns.length}>
        <CsvButton onClick={() => save(title, toCsv(valueTable(model, "text")))}>Formatted CSV</CsvButton>
        <CsvButton onClick={() => save(title, toCsv(valueTable(model, "value")))}>CSV</CsvButton>
      </Bar>
      <div ref={ref} className={classes.shown}>
        {width > 0 ? (
          <DataTable {...{ model, width, height }} label={`Data of ${title}`} onFrame={setFrameIndex} />
        ) : null}
      </div>
    </>
  );
}

function AnsweredData({ data, title }: { data: PanelData; title: string }) {
  const table = useMemo(() => frameTable(data.results), [data.results]);
  return (
    <>
      <Bar rows={table.rows.length} columns={table.columns.length}>
        <CsvButton onClick={() => save(title, toCsv(table))}>CSV</CsvButton>
      </Bar>
      <RawTable table={table} />
    </>
  );
}

function save(title: string, csv: string) {
  downloadText(fileNameOf(title, "csv"), "text/csv", csv);
}

interface BarProps {
  rows: number;
  columns: number;
  children: React.ReactNode;
}

function Bar({ rows, columns, children }: BarProps) {
  return (
    <div className={classes.bar}>
      <span className={classes.count}>
        {rows} {rows === 1 ? "row" : "rows"}, {columns} {columns === 1 ? "column" : "columns"}
      </span>
      {children}
    </div>
  );
}

function CsvButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconDownload size={15} aria-hidden />}
      aria-label={`Download ${children}`}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
