"use client";

import { Button, Select, VisuallyHidden } from "@mantine/core";
import { IconHistory, IconListSearch } from "@tabler/icons-react";
import { TimeControls } from "@/components/time/time-controls";
import type { DashboardTime } from "@/lib/client/dashboards/use-dashboard-time";
import type { DatasourceItem } from "@/lib/client/datasources/use-datasources";
import classes from "./explore-page.module.css";

interface ExploreBarProps {
  datasources: readonly DatasourceItem[];
  datasource: string | null;
  onDatasource: (uid: string | null) => void;
  onMetrics: () => void;
  onHistory: () => void;
  time: DashboardTime;
  busy: boolean;
}

/** Which datasource is explored, over which time, and what helps in writing a query. */
export function ExploreBar({ datasources, datasource, time, busy, ...on }: ExploreBarProps) {
  return (
    <div className={classes.bar}>
      <VisuallyHidden component="h1">Explore</VisuallyHidden>
      <Select
        aria-label="Datasource"
        w={200}
        data={datasources.map(({ uid, name }) => ({ value: uid, label: name }))}
        value={datasource}
        onChange={on.onDatasource}
        allowDeselect={false}
      />
      <Button variant="default" leftSection={<IconListSearch size={15} aria-hidden />} onClick={on.onMetrics}>
        Metrics
      </Button>
      <Button variant="default" leftSection={<IconHistory size={15} aria-hidden />} onClick={on.onHistory}>
        History
      </Button>
      <div className={classes.grow} />
      <TimeControls time={time} refresh={{ intervals: [], busy }} />
    </div>
  );
}
