"use client";

import { Tabs } from "@mantine/core";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { useDashboardTime } from "@/lib/client/dashboards/use-dashboard-time";
import { useDashboardUrl } from "@/lib/client/dashboards/use-dashboard-url";
import { defaultDatasource, useDatasources } from "@/lib/client/datasources/use-datasources";
import { type ExploreView, exploreViews, queryPlace } from "@/lib/client/explore/explore-url";
import { QueryHistory } from "@/lib/client/explore/query-history";
import { useDraftQueries } from "@/lib/client/explore/use-draft-queries";
import { useExploreAnswers } from "@/lib/client/explore/use-explore-answers";
import { useExploreUrl } from "@/lib/client/explore/use-explore-url";
import { ExploreBar } from "./explore-bar";
import { ExploreDialogs, type OpenDialog } from "./explore-dialogs";
import classes from "./explore-page.module.css";
import { ExploreResult } from "./explore-result";
import { QueryList } from "./query-list";

const CardinalityView = dynamic(() => import("./cardinality-view").then((m) => m.CardinalityView), {
  ssr: false,
});

interface ExplorePageProps {
  tenant: string;
  userId: string;
  canEdit: boolean;
}

const defaults = { time: { from: "now-1h", to: "now" }, timezone: "browser", refresh: "" };
const viewLabels: Record<ExploreView, string> = {
  graph: "Graph",
  table: "Table",
  explain: "Explain",
  cardinality: "Cardinality",
};

export function ExplorePage({ tenant, userId, canEdit }: ExplorePageProps) {
  const pageUrl = useDashboardUrl();
  const time = useDashboardTime(defaults, pageUrl.url, pageUrl.change);
  const { url, change } = useExploreUrl();
  const datasources = useDatasources(tenant);
  const datasource = url.datasource ?? defaultDatasource(datasources.data)?.uid ?? null;
  const queries = useDraftQueries(url.exprs);
  const history = useMemo(() => new QueryHistory(userId, tenant), [userId, tenant]);
  const [open, setOpen] = useState<OpenDialog>(null);
  const { range, refreshCount } = time;
  const answers = useExploreAnswers({ tenant, datasource, url, range, refreshCount });
  const busy = answers.some(({ isFetching }) => isFetching);

  const run = (exprs: string[]) => {
    const atMs = Date.now();
    for (const expr of exprs.toReversed()) history.add({ expr, datasource: datasource ?? "", atMs });
    queries.setDrafts(exprs);
    if (JSON.stringify(exprs) === JSON.stringify(url.exprs)) time.refresh();
    else change({ exprs });
  };
  const inLast = (expr: string) => queries.drafts.with(-1, expr);

  return (
    <div className={classes.page} data-explore-view={url.view}>
      <ExploreBar
        datasources={datasources.data ?? []}
        datasource={datasource}
        onDatasource={(uid) => change({ datasource: uid })}
        onMetrics={() => setOpen({ what: "metrics" })}
        onHistory={() => setOpen({ what: "history" })}
        time={time}
        busy={busy}
      />
      <QueryList
        tenant={tenant}
        datasource={datasource}
        queries={queries}
        hidden={url.hidden}
        busy={busy}
        change={change}
        onRun={() => run(queries.drafts)}
        onRule={(expr) => setOpen({ what: "rule", expr })}
        onPanel={canEdit ? () => setOpen({ what: "panel" }) : null}
      />
      {datasources.isSuccess && datasources.data.length === 0 ? (
        <p className={classes.hint}>
          This tenant has no datasource yet. An admin can add one under Admin, Datasources.
        </p>
      ) : null}
      <Tabs value={url.view} onChange={(view) => change({ view: exploreViews.find((one) => one === view) })}>
        <Tabs.List mb="sm" className={classes.tabs}>
          {exploreViews.map((view) => (
            <Tabs.Tab key={view} value={view}>
              {viewLabels[view]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={url.view}>
          {url.view !== "cardinality" ? (
            <ExploreResult
              tenant={tenant}
              datasource={datasource ?? "default"}
              view={url.view}
              answers={answers}
              range={range}
              timeZone={time.timeZone}
              onZoom={time.zoomTo}
              onMend={(refId, expr) => run(url.exprs.with(queryPlace(refId), expr))}
            />
          ) : datasource === null ? null : (
            <CardinalityView
              tenant={tenant}
              datasource={datasource}
              url={url}
              change={change}
              onAsk={(expr) => change({ exprs: [expr], view: "table", hidden: [] })}
            />
          )}
        </Tabs.Panel>
      </Tabs>
      <ExploreDialogs
        open={open}
        tenant={tenant}
        datasource={datasource}
        history={history}
        exprs={queries.drafts}
        onUse={(expr) => queries.setDrafts(inLast(expr))}
        onRun={(expr) => run(inLast(expr))}
        onClose={() => setOpen(null)}
      />
    </div>
  );
}
