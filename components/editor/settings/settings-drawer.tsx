"use client";

import { Drawer, Tabs } from "@mantine/core";
import tabs from "@/components/ui/tab-list.module.css";
import type { VariableControl } from "@/lib/client/variables/use-dashboard-variables";
import type { ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import { AnnotationList } from "./annotation-list";
import { DashboardLinkList } from "./dashboard-link-list";
import { GeneralSettings } from "./general-settings";
import { JsonSettings } from "./json-settings";
import { VariableList } from "./variable-list";

interface SettingsDrawerProps {
  dashboard: ReadDashboard;
  /** The variables with the options that were found for them. */
  controls: readonly VariableControl[];
  opened: boolean;
  onClose: () => void;
}

export function SettingsDrawer({ dashboard, controls, opened, onClose }: SettingsDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      title="Dashboard settings"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Tabs defaultValue="general" keepMounted={false}>
        <Tabs.List mb="md" className={tabs.oneLine}>
          <Tabs.Tab value="general">General</Tabs.Tab>
          <Tabs.Tab value="variables">Variables</Tabs.Tab>
          <Tabs.Tab value="annotations">Annotations</Tabs.Tab>
          <Tabs.Tab value="links">Links</Tabs.Tab>
          <Tabs.Tab value="json">JSON</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="general">
          <GeneralSettings dashboard={dashboard} />
        </Tabs.Panel>
        <Tabs.Panel value="variables">
          <VariableList controls={controls} />
        </Tabs.Panel>
        <Tabs.Panel value="annotations">
          <AnnotationList />
        </Tabs.Panel>
        <Tabs.Panel value="links">
          <DashboardLinkList />
        </Tabs.Panel>
        <Tabs.Panel value="json">
          <JsonSettings />
        </Tabs.Panel>
      </Tabs>
    </Drawer>
  );
}
