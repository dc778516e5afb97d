"use client";

import { IconBell, IconBellExclamation, IconBellRinging, IconBellX } from "@tabler/icons-react";
import { useEffect, useMemo } from "react";
import { type PanelAlert, panelAlerts } from "@/lib/client/alerts/panel-alerts";
import { useAlertRules } from "@/lib/client/alerts/use-alert-rules";
import { readStoredReference } from "@/lib/shared/prometheus/version-reference";
import { useDashboardRuntime } from "../dashboard-runtime";

const looks: Record<PanelAlert["state"], { Icon: typeof IconBell; tone?: "error" | "warn" }> = {
  firing: { Icon: IconBellRinging, tone: "error" },
  pending: { Icon: IconBellExclamation, tone: "warn" },
  broken: { Icon: IconBellX, tone: "warn" },
  normal: { Icon: IconBell },
};

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
      [...alerts].map(([id, { state, text }]) => {
        const { Icon, tone } = looks[state];
        return [id, { label: text, tone, icon: <Icon size={15} /> }];
      }),
    );
    marks.setAlerts((panelId) => shown.get(panelId) ?? null);
  }, [alerts, marks]);
  return null;
}
