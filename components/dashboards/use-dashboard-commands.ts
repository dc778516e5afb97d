import { useMemo, useState } from "react";
import { changeDashboardUrl, type DashboardUrl } from "@/lib/client/dashboards/dashboard-url";
import { toggled } from "@/lib/client/dashboards/toggled";
import type { ChangeUrl } from "@/lib/client/dashboards/use-dashboard-url";

interface CommandsInput {
  tenant: string;
  uid: string;
  url: DashboardUrl;
  change: ChangeUrl;
  canEdit: boolean;
}

export interface DashboardCommands {
  /** Shows one panel in full, or all of them again. */
  view: (key: string | null) => void;
  inspect: (key: string | null) => void;
  share: (key: string | null) => void;
  closeShare: () => void;
  /** What the share dialog is open for: a panel's key, null for the dashboard; undefined when closed. */
  shared: string | null | undefined;
  toggleLegend: (key: string) => void;
  legendToggled: ReadonlySet<string>;
  toggleTable: (key: string) => void;
  tables: readonly string[];
  toggleKiosk: () => void;
  /** Where the dashboard, or one of its panels, is edited; null for who may not. */
  editHref: (panelId: number | null) => string | null;
}

/** What can be done on a dashboard page, for menus, keys and the palette alike. */
export function useDashboardCommands({
  tenant,
  uid,
  url,
  change,
  canEdit,
}: CommandsInput): DashboardCommands {
  const [shared, share] = useState<string | null | undefined>(undefined);
  const [legendToggled, setLegendToggled] = useState<ReadonlySet<string>>(new Set());
  return useMemo(
    () => ({
      view: (key) => change({ viewPanel: key }),
      inspect: (key) => change({ inspect: key }),
      share,
      closeShare: () => share(undefined),
      shared,
      toggleLegend: (key) => setLegendToggled((toggled) => toggled.symmetricDifference(new Set([key]))),
      legendToggled,
      toggleTable: (key) => change({ tables: toggled(url.tables, key) }),
      tables: url.tables,
      toggleKiosk: () => change({ kiosk: !url.kiosk }),
      editHref: (panelId) => {
        if (!canEdit) return null;
        const search = new URLSearchParams(panelId === null ? "" : `editPanel=${panelId}`);
        const { from, to, timeZone, refresh, variables } = url;
        // What is looked at stays: the range, and what the variables say.
        const kept = changeDashboardUrl(search, { from, to, timeZone, refresh, variables });
        return `/t/${tenant}/d/${uid}/edit${kept}`;
      },
    }),
    [tenant, uid, change, canEdit, url, shared, legendToggled],
  );
}
