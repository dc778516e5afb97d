"use client";

import { IconArrowLeft } from "@tabler/icons-react";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { TextButton } from "@/components/ui/text-button";
import { TextLink } from "@/components/ui/text-link";
import { arrangeGrid, type PanelItem, type RowItem } from "@/lib/client/dashboards/arrange-grid";
import classes from "./dashboard-page.module.css";
import { DashboardPanel } from "./dashboard-panel";
import { useDashboardRuntime } from "./dashboard-runtime";
import { EarlyBatch } from "./early-batch";
import { PanelGrid } from "./panel-grid";
import type { DashboardCommands } from "./use-dashboard-commands";

interface DashboardBodyProps {
  viewPanel: string | null;
  commands: DashboardCommands;
  valuesOf: (variable: string) => readonly string[];
}

/** All panels on the grid, or the one that is viewed in full. */
export function DashboardBody({ viewPanel, commands, valuesOf }: DashboardBodyProps) {
  const { dashboard } = useDashboardRuntime();
  useKeptScroll(viewPanel !== null);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const { items, height } = useMemo(
    () =>
      arrangeGrid(dashboard, {
        valuesOf,
        isCollapsed: (key, row) => viewPanel === null && row.collapsed !== toggled.has(key),
      }),
    [dashboard, valuesOf, toggled, viewPanel],
  );
  const toggleRow = useCallback(
    ({ key }: RowItem) => setToggled((before) => before.symmetricDifference(new Set([key]))),
    [],
  );
  const renderPanel = useCallback(
    (item: PanelItem) => <DashboardPanel item={item} commands={commands} viewed={false} />,
    [commands],
  );
  if (items.length === 0) return <Blank editHref={commands.editHref(null)} />;
  if (viewPanel !== null) {
    const item = items.find((one): one is PanelItem => one.kind === "panel" && one.key === viewPanel);
    return (
      <>
        <ViewedPanel item={item ?? null} commands={commands} />
        <EarlyBatch items={item ? [item] : []} />
      </>
    );
  }
  return (
    <>
      <PanelGrid items={items} height={height} onToggleRow={toggleRow} renderPanel={renderPanel} />
      <EarlyBatch items={items.filter((item) => item.kind === "panel")} />
    </>
  );
}

/** Back from one panel, the page stands where it was left. */
function useKeptScroll(viewing: boolean) {
  const left = useRef(0);
  useLayoutEffect(() => {
    if (!viewing) {
      if (left.current > 0) window.scrollTo(0, left.current);
      return;
    }
    const before = left.current;
    window.scrollTo(0, 0);
    return () => {
      left.current = before;
    };
  }, [viewing]);
  useEffect(() => {
    if (viewing) return;
    const remember = () => {
      left.current = window.scrollY;
    };
    window.addEventListener("scroll", remember, { passive: true });
    return () => window.removeEventListener("scroll", remember);
  }, [viewing]);
}

function ViewedPanel({ item, commands }: { item: PanelItem | null; commands: DashboardCommands }) {
  const back = (
    <TextButton look="subtle" style={{ marginBottom: 4 }} onClick={() => commands.view(null)}>
      <IconArrowLeft size={15} aria-hidden />
      Back to the dashboard
    </TextButton>
  );
  if (!item) {
    return (
      <div className={classes.blank}>
        <p>The panel of this address is not on the dashboard any more.</p>
        {back}
      </div>
    );
  }
  return (
    <>
      {back}
      <div className={classes.full}>
        <DashboardPanel item={item} commands={commands} viewed />
      </div>
    </>
  );
}

function Blank({ editHref }: { editHref: string | null }) {
  return (
    <div className={classes.blank}>
      <p>This dashboard has no panels yet.</p>
      {editHref ? <TextLink href={editHref}>Add a panel</TextLink> : null}
    </div>
  );
}
