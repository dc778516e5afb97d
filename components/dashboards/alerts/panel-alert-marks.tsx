"use client";

import dynamic from "next/dynamic";
import { useEffect, useMemo } from "react";
import { type PanelAlert, panelAlerts } from "@/lib/client/alerts/panel-alerts";
import { useAlertRules } from "@/lib/client/alerts/use-alert-rules";
import { readStoredReference } from "@/lib/shared/prometheus/version-reference";
import { useDashboardRuntime } from "../dashboard-runtime";

const tones: Record<PanelAlert["state"], "error" | "warn" | undefined> = {
  firing: "error",
  pending: "warn",
  broken: "warn",
  normal: undefined,
};

/** Most dashboards have no alert to show. */
const AlertIcon = dynamic(() => import("./alert-icon").then((module) => module.AlertIcon), {
  loading: () => <svg width={15} height={15} aria-hidden />,
});

/** Tells each panel how the alert rules stand that name it. */
export function PanelAlertMarks() {
  const { tenant, uid, dashboard, marks } = useDashboardRuntime();
  const answers = useAlertRules(tenant);
  const alerts = useMemo(
    () => panelAlerts(answers, uid === null ? "" : readStoredReference(uid).uid, dashboard.panels),
    [answers, uid, dashboard.panels],
  );
  useEffect(() => {
    const shown = new Map(
      [...alerts].map(([id, { state, text }]) => [
        id,
        { label: text, tone: tones[state], icon: <AlertIcon state={state} /> },
      ]),
    );
    marks.setAlerts((panelId) => shown.get(panelId) ?? null);
  }, [alerts, marks]);
  return null;
}
