"use client";

import { Tabs } from "@mantine/core";
import { Drawer } from "@/components/ui/drawer";
import tabs from "@/components/ui/tab-list.module.css";
import { type PanelResults, usePanelResult } from "@/lib/client/dashboards/panel-results";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { DataTab } from "./data-tab";
import classes from "./inspect-drawer.module.css";
import { QueryTab } from "./query-tab";
import { StatsTab } from "./stats-tab";

interface InspectDrawerProps {
  panel: ReadPanel;
  itemKey: string;
  title: string;
  timeZone: string;
  results: PanelResults;
  onClose: () => void;
}

export function InspectDrawer({ panel, itemKey, title, timeZone, results, onClose }: InspectDrawerProps) {
  const data = usePanelResult(results, itemKey);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(780px, 100vw)"
      title={`Inspect ${title || `panel ${panel.id}`}`}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Tabs defaultValue="data" keepMounted={false}>
        <Tabs.List mb="sm" className={tabs.oneLine}>
          <Tabs.Tab value="data">Data</Tabs.Tab>
          <Tabs.Tab value="query">Query</Tabs.Tab>
          <Tabs.Tab value="json">JSON</Tabs.Tab>
          <Tabs.Tab value="stats">Stats</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="data">
          <DataTab {...{ panel, itemKey, title, data, results }} />
        </Tabs.Panel>
        <Tabs.Panel value="query">
          <QueryTab panel={panel} data={data} />
        </Tabs.Panel>
        <Tabs.Panel value="json">
          <pre className={`${classes.code} ${classes.json}`}>{JSON.stringify(panel.raw, null, 2)}</pre>
        </Tabs.Panel>
        <Tabs.Panel value="stats">
          <StatsTab data={data} timeZone={timeZone} />
        </Tabs.Panel>
      </Tabs>
    </Drawer>
  );
}
