"use client";

import { Button, TextInput, UnstyledButton } from "@mantine/core";
import { IconArrowLeft, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { askLabels } from "@/lib/client/explore/ask-cardinality";
import { askLabelValues, type MetricMetadata } from "@/lib/client/explore/ask-metrics";
import type { VectorSource } from "@/lib/client/explore/ask-vector";
import { metricQueries, metricSelector } from "@/lib/client/explore/metric-queries";
import { useQuery } from "@/lib/client/queries";
import { labelDanger } from "@/lib/shared/prometheus/cardinality";
import classes from "./explore-page.module.css";
import metrics from "./metric-browser.module.css";
import { VirtualList } from "./virtual-list";
import { walkRows } from "./walk-rows";

interface MetricDetailsProps {
  source: VectorSource;
  metric: string;
  metadata: MetricMetadata | undefined;
  onUse: (expr: string) => void;
  onBack: () => void;
}

/** One metric: type and help, its labels with how many values each has, the values of the chosen one. */
export function MetricDetails({ source, metric, metadata, onUse, onBack }: MetricDetailsProps) {
  const [label, setLabel] = useState<string | null>(null);
  const labels = useQuery({
    queryKey: ["metric-labels", source, metric],
    retry: false,
    staleTime: 60_000,
    queryFn: ({ signal }) => askLabels({ ...source, signal }, metric),
  });
  const counts = labels.data ?? [];
  const series = counts.find((one) => one.label === "__name__")?.series;
  const shown = counts.filter((one) => one.label !== "__name__");
  return (
    <div className={metrics.browser}>
      <Button
        variant="subtle"
        leftSection={<IconArrowLeft size={15} aria-hidden />}
        onClick={onBack}
        w="max-content"
      >
        All metrics
      </Button>
      <h2 className={metrics.metricTitle}>{metric}</h2>
      <p className={metrics.note}>
        {[
          metadata?.type,
          metadata?.unit,
          series === undefined ? null : `${series.toLocaleString("en")} series`,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {metadata?.help ? <p className={metrics.note}>{metadata.help}</p> : null}
      <div className={classes.bar}>
        {metricQueries(metric, metadata?.type, label).map((query, index) => (
          <Button
            key={query.label}
            size="compact-md"
            variant={index === 0 ? "filled" : "default"}
            title={query.expr}
            onClick={() => onUse(query.expr)}
          >
            {query.label}
          </Button>
        ))}
      </div>
      <h3>Labels</h3>
      {labels.isError ? <p role="alert">{labels.error.message}</p> : null}
      <ul className={metrics.labels}>
        {shown.map((one) => (
          <li key={one.label}>
            <UnstyledButton
              className={metrics.label}
              aria-pressed={one.label === label}
              onClick={() => setLabel(one.label === label ? null : one.label)}
            >
              {one.label}
              <span>{one.values.toLocaleString("en")}</span>
              {labelDanger(one) ? <span className={metrics.risk}>{labelDanger(one)}</span> : null}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {label === null ? null : (
        <LabelValues
          key={label}
          source={source}
          metric={metric}
          label={label}
          onChoose={(value) => onUse(metricSelector(metric, label, value))}
        />
      )}
    </div>
  );
}

interface LabelValuesProps {
  source: VectorSource;
  metric: string;
  label: string;
  onChoose: (value: string) => void;
}

function LabelValues({ source, metric, label, onChoose }: LabelValuesProps) {
  const [text, setText] = useState("");
  const values = useQuery({
    queryKey: ["label-values", source, metric, label],
    retry: false,
    staleTime: 60_000,
    queryFn: ({ signal }) => askLabelValues({ ...source, signal }, metric, label),
  });
  const wanted = text.trim().toLowerCase();
  const found = (values.data ?? []).filter(({ value }) => value.toLowerCase().includes(wanted));
  const series = new Map(found.map((one) => [one.value, one.series]));
  return (
    <div ref={walkRows} className={metrics.browser}>
      <h3>Values of {label}</h3>
      <TextInput
        aria-label={`Search values of ${label}`}
        placeholder="Search values"
        leftSection={<IconSearch size={15} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {values.isError ? <p role="alert">{values.error.message}</p> : null}
      <VirtualList items={found.map(({ value }) => value)} label={`Values of ${label}`} rowHeight={30}>
        {(value) => (
          <button type="button" className={metrics.value} onClick={() => onChoose(value)}>
            <code title={value}>{value}</code>
            <span>{series.get(value)?.toLocaleString("en") ?? "no"} series</span>
          </button>
        )}
      </VirtualList>
    </div>
  );
}
