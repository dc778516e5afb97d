"use client";

import { ActionIcon, Tooltip } from "@mantine/core";
import { IconListSearch } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";

const MetricBrowser = dynamic(
  () => import("@/components/explore/metric-browser").then((module) => module.MetricBrowser),
  { ssr: false },
);

interface MetricButtonProps {
  tenant: string;
  datasourceUid: string;
  /** Of the query that it is for. */
  name: string;
  onUse: (expr: string) => void;
}

/** For who does not know what the metrics are called: all of them, with labels and values. */
export function MetricButton({ tenant, datasourceUid, name, onUse }: MetricButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Tooltip label="Browse metrics">
        <ActionIcon size={24} aria-label={`Browse metrics for ${name}`} onClick={() => setOpen(true)}>
          <IconListSearch size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {open ? (
        <MetricBrowser
          tenant={tenant}
          datasource={datasourceUid}
          onUse={onUse}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
