"use client";

import { Button, Drawer, Tabs } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMemo } from "react";
import { frameTable, toCsv } from "@/lib/client/dashboards/frame-table";
import { type PanelResults, usePanelResult } from "@/lib/client/dashboards/panel-results";
import { downloadText, fileNameOf } from "@/lib/client/download-text";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData, TargetResult } from "@/lib/shared/panels/panel-data";
import type { RangeFrame } from "@/lib/shared/prometheus/frame";
import { formatTimestamp } from "@/lib/shared/time/range-label";
import { DataTable } from "./data-table";
import classes from "./inspect-drawer.module.css";

interface InspectDrawerProps {
  panel: ReadPanel;
  itemKey: string;
  title: string;
  timeZone: string;
  results: PanelResults;
  onClose: () => void;
}

export function InspectDrawer({ panel, itemKey, title, timeZone, results, onClose }: InspectDrawerProps) {
  const data = usePanelResult(results, itemKey);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(780px, 100vw)"
      title={`Inspect ${title || `panel ${panel.id}`}`}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Tabs defaultValue="data" keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="data">Data</Tabs.Tab>
          <Tabs.Tab value="query">Query</Tabs.Tab>
          <Tabs.Tab value="json">JSON</Tabs.Tab>
          <Tabs.Tab value="stats">Stats</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="data">
          <DataTab data={data} title={title} />
        </Tabs.Panel>
        <Tabs.Panel value="query">
          <QueryTab panel={panel} data={data} />
        </Tabs.Panel>
        <Tabs.Panel value="json">
          <pre className={`${classes.code} ${classes.json}`}>{JSON.stringify(panel.raw, null, 2)}</pre>
        </Tabs.Panel>
        <Tabs.Panel value="stats">
          <StatsTab data={data} timeZone={timeZone} />
        </Tabs.Panel>
      </Tabs>
    </Drawer>
  );
}

function DataTab({ data, title }: { data: PanelData | null; title: string }) {
  const table = useMemo(() => frameTable(data?.results ?? []), [data?.results]);
  if (table.rows.length === 0) return <p>There is no data to show.</p>;
  return (
    <>
      <div className={classes.bar}>
        <span>
          {table.rows.length} rows, {table.columns.length} columns
        </span>
        <Button
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          onClick={() => downloadText(fileNameOf(title, "csv"), "text/csv", toCsv(table))}
        >
          Download CSV
        </Button>
      </div>
      <DataTable table={table} />
    </>
  );
}

function QueryTab({ panel, data }: { panel: ReadPanel; data: PanelData | null }) {
  if (panel.targets.length === 0) return <p>This panel asks nothing.</p>;
  return panel.targets.map((target) => {
    const sent =
      data?.results.find((result) => result.refId === target.refId)?.expr ??
      data?.errors.find((error) => error.refId === target.refId)?.expr;
    const failed = data?.errors.find((error) => error.refId === target.refId);
    const answers = data?.results.filter((result) => result.refId === target.refId) ?? [];
    return (
      <section key={target.refId}>
        <h3>
          {target.refId}
          {target.hidden ? " (hidden)" : ""}
        </h3>
        <p>As written</p>
        <pre className={classes.code}>{target.expr || "(empty)"}</pre>
        {sent && sent !== target.expr ? (
          <>
            <p>As sent, before the tenant's matchers</p>
            <pre className={classes.code}>{sent}</pre>
          </>
        ) : null}
        {answers.map((answer) => (
          <p key={answer.frame.kind} data-query-stats>
            {queryStats(answer)}
          </p>
        ))}
        {failed ? <p role="alert">{failed.message}</p> : null}
      </section>
    );
  });
}

function queryStats({ frame, stats }: TargetResult): string {
  const count = `${frame.series.length}${frame.cut ? " or more" : ""}`;
  const samples = frame.kind === "range" ? sampleCount(frame) : frame.series.length;
  const what = frame.kind === "range" ? `range query, a step every ${frame.stepSeconds} s` : "instant query";
  const who = stats ? `, from ${stats.datasource} in ${stats.durationMs} ms` : "";
  return `${what}: ${count} series, ${samples} samples${who}`;
}

/** Gaps are no samples. */
function sampleCount(frame: RangeFrame): number {
  return frame.series.reduce((sum, { values }) => sum + values.filter((value) => value !== null).length, 0);
}

function StatsTab({ data, timeZone }: { data: PanelData | null; timeZone: string }) {
  const results = data?.results ?? [];
  const series = results.reduce((sum, { frame }) => sum + frame.series.length, 0);
  const samples = results.reduce(
    (sum, { frame }) => sum + frame.series.length * (frame.kind === "range" ? frame.length : 1),
    0,
  );
  const steps = [
    ...new Set(results.flatMap(({ frame }) => (frame.kind === "range" ? [`${frame.stepSeconds} s`] : []))),
  ];
  return (
    <dl className={classes.stats}>
      <dt>Queries answered</dt>
      <dd>{results.length}</dd>
      <dt>Queries failed</dt>
      <dd>{data?.errors.length ?? 0}</dd>
      <dt>Series</dt>
      <dd>{series}</dd>
      <dt>Points</dt>
      <dd>{samples}</dd>
      <dt>Step</dt>
      <dd>{steps.join(", ") || "none"}</dd>
      <dt>Received</dt>
      <dd>{data?.receivedAtMs ? formatTimestamp(data.receivedAtMs, timeZone) : "not yet"}</dd>
    </dl>
  );
}
