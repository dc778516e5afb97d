"use client";

import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { Drawer } from "@/components/ui/drawer";
import { askMetadata, askMetricNames, metadataOf, mostNames } from "@/lib/client/explore/ask-metrics";
import { useQuery } from "@/lib/client/queries";
import classes from "./metric-browser.module.css";
import { MetricDetails } from "./metric-details";
import { VirtualList } from "./virtual-list";
import { walkRows } from "./walk-rows";

interface MetricBrowserProps {
  tenant: string;
  datasource: string;
  /** Puts an expression into the last query. */
  onUse: (expr: string) => void;
  onClose: () => void;
}

const keepMs = 300_000;

/** The tenant's metrics with what their exporters say of them, their labels and values. */
export function MetricBrowser({ tenant, datasource, onUse, onClose }: MetricBrowserProps) {
  const [text, setText] = useState("");
  const [query] = useDebouncedValue(text, 200);
  const [chosen, setChosen] = useState<string | null>(null);
  const source = { tenant, datasource };
  const names = useQuery({
    queryKey: ["metric-names", tenant, datasource, query],
    placeholderData: keepPreviousData,
    staleTime: keepMs,
    queryFn: ({ signal }) => askMetricNames({ ...source, signal }, query),
  });
  const metadata = useQuery({
    queryKey: ["metric-metadata", tenant, datasource],
    staleTime: keepMs,
    retry: false,
    queryFn: ({ signal }) => askMetadata({ ...source, signal }),
  });
  const known = metadata.data ?? new Map();
  const found = names.data ?? [];
  const use = (expr: string) => {
    onUse(expr);
    onClose();
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(640px, 100vw)"
      title="Metrics"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {chosen === null ? (
        <div ref={walkRows} className={classes.browser}>
          <TextInput
            aria-label="Search metrics"
            placeholder="Search metrics"
            data-autofocus
            leftSection={<IconSearch size={15} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={({ key }) => {
              // What is listed belongs to the text before the last keys, for a moment.
              if (key === "Enter" && text === query && found[0]) setChosen(found[0]);
            }}
          />
          <p className={classes.note} role="status">
            {countText(found.length, names.isError ? names.error.message : null, names.isPending)}
          </p>
          <VirtualList items={found} label="Metrics" rowHeight={44}>
            {(name) => {
              const said = metadataOf(known, name);
              return (
                <button type="button" className={classes.metric} onClick={() => setChosen(name)}>
                  <span className={classes.metricName}>
                    <code title={name}>{name}</code>
                    {said ? <span className={classes.type}>{said.type}</span> : null}
                  </span>
                  <span className={classes.help} title={said?.help}>
                    {said?.help ?? ""}
                  </span>
                </button>
              );
            }}
          </VirtualList>
        </div>
      ) : (
        <MetricDetails
          source={source}
          metric={chosen}
          metadata={metadataOf(known, chosen)}
          onUse={use}
          onBack={() => setChosen(null)}
        />
      )}
    </Drawer>
  );
}

function countText(count: number, error: string | null, pending: boolean): string {
  if (error !== null) return error;
  if (pending) return "Reading the names.";
  if (count === 0) return "No metric of the tenant fits.";
  if (count >= mostNames)
    return `The first ${mostNames.toLocaleString("en")} metrics. Search to narrow them.`;
  return count === 1 ? "1 metric" : `${count.toLocaleString("en")} metrics`;
}
