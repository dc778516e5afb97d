"use client";

import { Alert, Button, Select, VisuallyHidden } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import { RefreshPicker } from "@/components/time/refresh-picker";
import { TimePicker } from "@/components/time/time-picker";
import { useDashboardTime } from "@/lib/client/dashboards/use-dashboard-time";
import { useDashboardUrl } from "@/lib/client/dashboards/use-dashboard-url";
import { defaultDatasource, useDatasources } from "@/lib/client/datasources/use-datasources";
import { askExplore } from "@/lib/client/explore/ask-explore";
import classes from "./explore-page.module.css";
import { ExploreResult } from "./explore-result";

const PromqlField = dynamic(() => import("@/components/editor/promql-field").then((m) => m.PromqlField), {
  ssr: false,
});

const defaults = { time: { from: "now-1h", to: "now" }, timezone: "browser", refresh: "" };
const maxDataPoints = 1_000;

export function ExplorePage({ tenant }: { tenant: string }) {
  const { url, change } = useDashboardUrl();
  const time = useDashboardTime(defaults, url, change);
  const { expr: asked, datasource: chosen, ask } = useAsked();
  const [draft, setDraft] = useState(asked);
  const datasources = useDatasources(tenant);
  const datasource = chosen ?? defaultDatasource(datasources.data)?.uid ?? null;
  const { range, refreshCount } = time;
  const answer = useQuery({
    queryKey: ["explore", tenant, datasource, asked, range, refreshCount],
    enabled: asked.trim() !== "" && datasource !== null,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) =>
      askExplore({ tenant, datasource: datasource ?? "", expr: asked, range, maxDataPoints }, signal),
  });
  const run = () => {
    if (draft === asked) time.refresh();
    else ask({ expr: draft });
  };

  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <VisuallyHidden component="h1">Explore</VisuallyHidden>
        <Select
          aria-label="Datasource"
          w={200}
          data={(datasources.data ?? []).map(({ uid, name }) => ({ value: uid, label: name }))}
          value={datasource}
          onChange={(uid) => ask({ datasource: uid })}
          allowDeselect={false}
        />
        <TimePicker
          raw={time.raw}
          range={range}
          timeZone={time.timeZone}
          onChange={time.setRange}
          onTimeZone={time.setTimeZone}
          onShift={time.shift}
          onZoomOut={time.zoomOut}
        />
        <RefreshPicker
          value={time.refreshInterval}
          intervals={[]}
          busy={answer.isFetching}
          onChange={time.setRefreshInterval}
          onRefresh={time.refresh}
        />
      </div>
      <div className={classes.query}>
        <div className={classes.field}>
          <PromqlField
            tenant={tenant}
            datasourceUid={datasource ?? "default"}
            label="PromQL expression"
            value={draft}
            onChange={setDraft}
            onRun={run}
          />
        </div>
        <Button
          leftSection={<IconPlayerPlay size={15} aria-hidden />}
          loading={answer.isFetching}
          onClick={run}
        >
          Run query
        </Button>
      </div>
      {datasources.isSuccess && datasources.data.length === 0 ? (
        <p className={classes.hint}>
          This tenant has no datasource yet. An admin can add one under Admin, Datasources.
        </p>
      ) : null}
      {answer.isError ? (
        <Alert color="red" role="alert" title="The query was not answered">
          {answer.error.message}
        </Alert>
      ) : null}
      {answer.data && !answer.isError ? (
        <ExploreResult answer={answer.data} range={range} timeZone={time.timeZone} onZoom={time.zoomTo} />
      ) : null}
      {asked.trim() === "" ? (
        <p className={classes.hint}>Write an expression and run it with Shift Enter.</p>
      ) : null}
    </div>
  );
}

/** What was asked last stands in the address, so that it can be shared and gone back to. */
function useAsked() {
  const search = useSearchParams();
  const pathname = usePathname();
  function ask({ expr, datasource }: { expr?: string; datasource?: string | null }) {
    const next = new URLSearchParams(window.location.search);
    if (expr !== undefined) next.set("expr", expr);
    if (datasource) next.set("ds", datasource);
    window.history.pushState(null, "", `${pathname}?${next}`);
  }
  return { expr: search.get("expr") ?? "", datasource: search.get("ds"), ask };
}
