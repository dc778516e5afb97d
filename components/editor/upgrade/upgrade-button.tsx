"use client";

import { Button } from "@mantine/core";
import { IconSparkles } from "@tabler/icons-react";
import { useState } from "react";
import { hasOldShapes, upgradeDashboard } from "@/lib/shared/dashboards/edit/upgrade-dashboard";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { useDraftDocument } from "../draft-context";
import { UpgradeDialog } from "./upgrade-dialog";

/** Only where there is something of before Grafana 8. */
export function UpgradeButton({ panels }: { panels: readonly ReadPanel[] }) {
  const document = useDraftDocument();
  const [open, setOpen] = useState(false);
  if (!hasOldShapes(document, panels)) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconSparkles size={15} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        Upgrade
      </Button>
      {open ? (
        <UpgradeDialog label="Upgrade dashboard" upgrade={upgradeDashboard} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
