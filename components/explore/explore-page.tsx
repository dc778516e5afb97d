"use client";

import { Button, Select, Tabs, VisuallyHidden } from "@mantine/core";
import { IconHistory, IconListSearch, IconPlayerPlay, IconPlus } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useEffect, useMemo, useState } from "react";
import { RefreshPicker } from "@/components/time/refresh-picker";
import { TimePicker } from "@/components/time/time-picker";
import { useDashboardTime } from "@/lib/client/dashboards/use-dashboard-time";
import { useDashboardUrl } from "@/lib/client/dashboards/use-dashboard-url";
import { defaultDatasource, useDatasources } from "@/lib/client/datasources/use-datasources";
import { type ExploreView, exploreViews, queryLetter } from "@/lib/client/explore/explore-url";
import { QueryHistory } from "@/lib/client/explore/query-history";
import { useExploreAnswers } from "@/lib/client/explore/use-explore-answers";
import { useExploreUrl } from "@/lib/client/explore/use-explore-url";
import classes from "./explore-page.module.css";
import { ExploreResult } from "./explore-result";
import { QueryRow } from "./query-row";

const MetricBrowser = dynamic(() => import("./metric-browser").then((m) => m.MetricBrowser), { ssr: false });
const HistoryDrawer = dynamic(() => import("./history-drawer").then((m) => m.HistoryDrawer), { ssr: false });
const PanelDialog = dynamic(() => import("./panel-dialog").then((m) => m.PanelDialog), { ssr: false });
const RuleDialog = dynamic(() => import("./rule-dialog").then((m) => m.RuleDialog), { ssr: false });
const CardinalityView = dynamic(() => import("./cardinality-view").then((m) => m.CardinalityView), {
  ssr: false,
});

interface ExplorePageProps {
  tenant: string;
  userId: string;
  canEdit: boolean;
}

type Open = { what: "metrics" | "history" | "panel" } | { what: "rule"; expr: string } | null;

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
  const [open, setOpen] = useState<Open>(null);
  const { range, refreshCount } = time;
  const answers = useExploreAnswers({ tenant, datasource, url, range, refreshCount });
  const busy = answers.some(({ isFetching }) => isFetching);
  const close = () => setOpen(null);

  const run = (exprs: string[] = queries.drafts) => {
    const atMs = Date.now();
    for (const expr of exprs.toReversed()) history.add({ expr, datasource: datasource ?? "", atMs });
    if (exprs.join("\n") === url.exprs.join("\n") && exprs.length === url.exprs.length) time.refresh();
    else change({ exprs });
  };
  const change_ = (exprs: string[]) => {
    queries.setDrafts(exprs);
    change({ exprs });
  };
  const use = (expr: string) => {
    const last = queries.drafts.length - 1;
    queries.setDrafts(queries.drafts.with(last, expr));
  };

  return (
    <div className={classes.page} data-explore-view={url.view}>
      <div className={classes.bar}>
        <VisuallyHidden component="h1">Explore</VisuallyHidden>
        <Select
          aria-label="Datasource"
          w={200}
          data={(datasources.data ?? []).map(({ uid, name }) => ({ value: uid, label: name }))}
          value={datasource}
          onChange={(uid) => change({ datasource: uid })}
          allowDeselect={false}
        />
        <Button
          variant="default"
          leftSection={<IconListSearch size={15} aria-hidden />}
          onClick={() => setOpen({ what: "metrics" })}
        >
          Metrics
        </Button>
        <Button
          variant="default"
          leftSection={<IconHistory size={15} aria-hidden />}
          onClick={() => setOpen({ what: "history" })}
        >
          History
        </Button>
        <div className={classes.grow} />
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
          busy={busy}
          onChange={time.setRefreshInterval}
          onRefresh={time.refresh}
        />
      </div>
      <section aria-label="Queries" className={classes.queries}>
        {queries.drafts.map((draft, place) => (
          <QueryRow
            key={queries.keys[place]}
            tenant={tenant}
            datasource={datasource ?? "default"}
            letter={queryLetter(place)}
            draft={draft}
            hidden={url.hidden.includes(place)}
            alone={queries.drafts.length === 1}
            onDraft={(expr) => queries.setDrafts(queries.drafts.with(place, expr))}
            onRun={() => run()}
            onHide={() => change({ hidden: toggled(url.hidden, place) })}
            onDuplicate={() => change_(queries.drafts.toSpliced(place + 1, 0, draft))}
            onRemove={() => {
              change({
                hidden: url.hidden.filter((at) => at !== place).map((at) => (at > place ? at - 1 : at)),
              });
              change_(queries.drafts.toSpliced(place, 1));
            }}
            onRule={() => setOpen({ what: "rule", expr: draft })}
          />
        ))}
        <div className={classes.bar}>
          <Button leftSection={<IconPlayerPlay size={15} aria-hidden />} loading={busy} onClick={() => run()}>
            Run {queries.drafts.length > 1 ? "queries" : "query"}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            disabled={queries.drafts.length >= 26}
            onClick={() => queries.setDrafts([...queries.drafts, ""])}
          >
            Add query
          </Button>
          <div className={classes.grow} />
          {canEdit ? (
            <Button
              variant="default"
              disabled={queries.drafts.every((draft) => draft.trim() === "")}
              onClick={() => setOpen({ what: "panel" })}
            >
              Make a panel
            </Button>
          ) : null}
        </div>
      </section>
      {datasources.isSuccess && datasources.data.length === 0 ? (
        <p className={classes.hint}>
          This tenant has no datasource yet. An admin can add one under Admin, Datasources.
        </p>
      ) : null}
      <Tabs
        value={url.view}
        keepMounted={false}
        onChange={(view) => change({ view: exploreViews.find((one) => one === view) })}
      >
        <Tabs.List mb="sm" className={classes.tabs}>
          {exploreViews.map((view) => (
            <Tabs.Tab key={view} value={view}>
              {viewLabels[view]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {exploreViews.map((view) => (
          <Tabs.Panel key={view} value={view}>
            {view === "cardinality" && datasource !== null ? (
              <CardinalityView
                tenant={tenant}
                datasource={datasource}
                url={url}
                change={change}
                onAsk={(expr) => {
                  queries.setDrafts([expr]);
                  change({ exprs: [expr], view: "table", hidden: [] });
                }}
              />
            ) : view === "cardinality" ? null : (
              <ExploreResult
                tenant={tenant}
                datasource={datasource ?? "default"}
                view={view}
                answers={answers}
                range={range}
                timeZone={time.timeZone}
                onZoom={time.zoomTo}
              />
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
      {open?.what === "metrics" && datasource !== null ? (
        <MetricBrowser tenant={tenant} datasource={datasource} onUse={use} onClose={close} />
      ) : null}
      {open?.what === "history" ? (
        <HistoryDrawer
          history={history}
          onClose={close}
          onUse={(expr) => {
            use(expr);
            run(queries.drafts.with(queries.drafts.length - 1, expr));
            close();
          }}
        />
      ) : null}
      {open?.what === "panel" ? (
        <PanelDialog
          tenant={tenant}
          exprs={queries.drafts.filter((draft) => draft.trim() !== "")}
          datasource={datasource ?? ""}
          onClose={close}
        />
      ) : null}
      {open?.what === "rule" ? <RuleDialog expr={open.expr} onClose={close} /> : null}
    </div>
  );
}

/** What stands in the editors; the address wins when it changes, by going back for instance. */
function useDraftQueries(exprs: readonly string[]) {
  const [state, setState] = useState(() => ({
    drafts: [...exprs],
    keys: exprs.map(() => crypto.randomUUID()),
  }));
  const asked = JSON.stringify(exprs);
  useEffect(() => {
    const next: string[] = JSON.parse(asked);
    setState((before) => (JSON.stringify(before.drafts) === asked ? before : withDrafts(before, next)));
  }, [asked]);
  return { ...state, setDrafts: (drafts: string[]) => setState((before) => withDrafts(before, drafts)) };
}

function withDrafts(before: { drafts: string[]; keys: string[] }, drafts: string[]) {
  return { drafts, keys: drafts.map((_, place) => before.keys[place] ?? crypto.randomUUID()) };
}

function toggled(list: readonly number[], item: number): number[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item].toSorted((a, b) => a - b);
}
