"use client";

import dynamic from "next/dynamic";
import type { QueryHistory } from "@/lib/client/explore/query-history";

const MetricBrowser = dynamic(() => import("./metric-browser").then((m) => m.MetricBrowser), { ssr: false });
const HistoryDrawer = dynamic(() => import("./history-drawer").then((m) => m.HistoryDrawer), { ssr: false });
const PanelDialog = dynamic(() => import("./panel-dialog").then((m) => m.PanelDialog), { ssr: false });
const RuleDialog = dynamic(() => import("./rule-dialog").then((m) => m.RuleDialog), { ssr: false });

export type OpenDialog = { what: "metrics" | "history" | "panel" } | { what: "rule"; expr: string } | null;

interface ExploreDialogsProps {
  open: OpenDialog;
  tenant: string;
  datasource: string | null;
  history: QueryHistory;
  exprs: readonly string[];
  /** Puts an expression into the last query. */
  onUse: (expr: string) => void;
  /** The same, and runs it. */
  onRun: (expr: string) => void;
  onClose: () => void;
}

export function ExploreDialogs({ open, tenant, datasource, history, exprs, ...on }: ExploreDialogsProps) {
  switch (open?.what) {
    case "metrics":
      return datasource === null ? null : (
        <MetricBrowser tenant={tenant} datasource={datasource} onUse={on.onUse} onClose={on.onClose} />
      );
    case "history":
      return (
        <HistoryDrawer
          history={history}
          onClose={on.onClose}
          onUse={(expr) => {
            on.onRun(expr);
            on.onClose();
          }}
        />
      );
    case "panel":
      return (
        <PanelDialog
          tenant={tenant}
          exprs={exprs.filter((expr) => expr.trim() !== "")}
          datasource={datasource ?? ""}
          onClose={on.onClose}
        />
      );
    case "rule":
      return <RuleDialog expr={open.expr} onClose={on.onClose} />;
    default:
      return null;
  }
}
