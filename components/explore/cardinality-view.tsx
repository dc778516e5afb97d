"use client";

import { Alert, SegmentedControl, Select } from "@mantine/core";
import { askCardinality, askLabels, mostRows } from "@/lib/client/explore/ask-cardinality";
import { cardinalityViews, type ExploreUrl } from "@/lib/client/explore/explore-url";
import { useQuery } from "@/lib/client/queries";
import {
  type CardinalityRow,
  growthSince,
  labelDanger,
  metricDanger,
} from "@/lib/shared/prometheus/cardinality";
import { printMatcher } from "@/lib/shared/promql/matcher";
import { printSelector } from "@/lib/shared/promql/selector";
import tables from "./cardinality-view.module.css";
import classes from "./explore-page.module.css";

interface CardinalityViewProps {
  tenant: string;
  datasource: string;
  url: ExploreUrl;
  change: (change: Partial<ExploreUrl>) => void;
  /** Runs an expression. */
  onAsk: (expr: string) => void;
}

const labels = { metric: "By metric", label: "By label", value: "By label value" };
const options = { retry: false, staleTime: 60_000, refetchOnWindowFocus: false };

/** Where the tenant's series are: by metric, by label, by the values of one label, and how they grew. */
export function CardinalityView({ tenant, datasource, url, change, onAsk }: CardinalityViewProps) {
  const source = { tenant, datasource };
  const by = url.cardinality;
  const counted = useQuery({
    ...options,
    queryKey: ["cardinality-labels", tenant, datasource],
    enabled: by !== "metric",
    queryFn: ({ signal }) => askLabels({ ...source, signal }, null),
  });
  const known = (counted.data ?? []).filter(({ label }) => label !== "__name__");
  const label = by === "metric" ? "__name__" : url.label || known[0]?.label || "";
  const rows = useQuery({
    ...options,
    queryKey: ["cardinality", tenant, datasource, label],
    enabled: by !== "label" && label !== "",
    queryFn: ({ signal }) => askCardinality({ ...source, signal }, label),
  });
  const failure = (by === "label" ? null : rows.error) ?? (by === "metric" ? null : counted.error);
  return (
    <section className={classes.results} aria-label="Cardinality" data-cardinality={by}>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="Count series"
          value={by}
          onChange={(value) => change({ cardinality: cardinalityViews.find((one) => one === value) })}
          data={cardinalityViews.map((value) => ({ value, label: labels[value] }))}
        />
        {by === "value" ? (
          <Select
            aria-label="Label"
            searchable
            allowDeselect={false}
            data={known.map((one) => one.label)}
            value={label === "" ? null : label}
            onChange={(value) => change({ label: value ?? "" })}
          />
        ) : null}
      </div>
      {failure ? (
        <Alert color="red" role="alert" title="The series could not be counted">
          {failure.message} A very large tenant counts one metric at a time, in Metrics.
        </Alert>
      ) : null}
      {by === "label" ? (
        <LabelTable
          rows={known}
          busy={counted.isPending}
          onOpen={(one) => change({ cardinality: "value", label: one })}
        />
      ) : (
        <SeriesTable
          by={by}
          label={label}
          data={rows.data}
          busy={rows.isPending && !failure}
          onAsk={(name) => onAsk(countOf(label, name))}
        />
      )}
    </section>
  );
}

function countOf(label: string, name: string): string {
  const matcher = printMatcher({ label, operator: "=", value: name });
  const plain = label === "__name__" && /^[a-zA-Z_:][\w:]*$/.test(name);
  return `count(${plain ? printSelector({ name, quotedNames: [], matchers: [] }) : `{${matcher}}`})`;
}

interface SeriesTableProps {
  by: "metric" | "value";
  label: string;
  data: { total: CardinalityRow; rows: CardinalityRow[]; cut: boolean } | undefined;
  busy: boolean;
  onAsk: (name: string) => void;
}

function SeriesTable({ by, label, data, busy, onAsk }: SeriesTableProps) {
  if (!data)
    return <p className={classes.hint}>{busy ? "Counting the series." : "There is nothing to count."}</p>;
  const { total, rows, cut } = data;
  const what = by === "metric" ? "series" : `series with the label ${label}`;
  return (
    <>
      <p className={classes.sentence}>
        <strong>{total.series.toLocaleString("en")}</strong> {what}; a day ago {was(total.dayAgo)}, a week ago{" "}
        {was(total.weekAgo)}.{cut ? ` The largest ${mostRows} are shown.` : ""}
      </p>
      <div className={tables.tableBox}>
        <table>
          <thead>
            <tr>
              <th scope="col">{by === "metric" ? "Metric" : label}</th>
              <th scope="col">Series</th>
              <th scope="col">Share</th>
              <th scope="col">In a day</th>
              <th scope="col">In a week</th>
              <th scope="col">Danger</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">
                  <button
                    type="button"
                    className={tables.link}
                    title={row.name}
                    onClick={() => onAsk(row.name)}
                  >
                    {row.name}
                  </button>
                </th>
                <td>{row.series.toLocaleString("en")}</td>
                <td>{percent(total.series === 0 ? 0 : row.series / total.series)}</td>
                <td>{grown(row.series, row.dayAgo)}</td>
                <td>{grown(row.series, row.weekAgo)}</td>
                <td className={tables.danger}>{metricDanger(row, total.series)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface LabelTableProps {
  rows: { label: string; values: number; series: number }[];
  busy: boolean;
  onOpen: (label: string) => void;
}

function LabelTable({ rows, busy, onOpen }: LabelTableProps) {
  if (rows.length === 0)
    return <p className={classes.hint}>{busy ? "Counting the labels." : "No labels."}</p>;
  return (
    <div className={tables.tableBox}>
      <table>
        <thead>
          <tr>
            <th scope="col">Label</th>
            <th scope="col">Values</th>
            <th scope="col">Series</th>
            <th scope="col">Danger</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">
                <button type="button" className={tables.link} onClick={() => onOpen(row.label)}>
                  {row.label}
                </button>
              </th>
              <td>{row.values.toLocaleString("en")}</td>
              <td>{row.series.toLocaleString("en")}</td>
              <td className={tables.danger}>{labelDanger(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function was(before: number | null): string {
  return before === null ? "unknown" : before.toLocaleString("en");
}

function grown(series: number, before: number | null): string {
  const share = growthSince(series, before);
  if (share === null) return before === null ? "no history" : "new";
  return share === 0 ? "same" : `${share > 0 ? "+" : ""}${percent(share)}`;
}

function percent(share: number): string {
  const value = share * 100;
  return `${Math.abs(value) >= 10 || value === 0 ? Math.round(value) : value.toFixed(1)} %`;
}
