"use client";

import { Button, CopyButton, Group, Stack, Switch, TextInput } from "@mantine/core";
import { IconCheck, IconCopy, IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { Modal } from "@/components/ui/modal";
import { tenantApi } from "@/lib/client/api-client";
import type { VariableValue } from "@/lib/client/dashboards/dashboard-url";
import { shareLink } from "@/lib/client/dashboards/share-link";
import { downloadText, fileNameOf } from "@/lib/client/download-text";
import type { JsonObject } from "@/lib/shared/json";
import type { RawTimeRange, TimeRange } from "@/lib/shared/time/time-range";
import { useDashboardRuntime } from "./dashboard-runtime";
import { ExportMenu } from "./export/export-menu";

interface ShareDialogProps {
  /** What is shared: the panel of this key, or the whole dashboard. */
  panel: { key: string; title: string; json: JsonObject } | null;
  time: { raw: RawTimeRange; range: TimeRange; timeZone: string };
  variables: Record<string, VariableValue>;
  onClose: () => void;
}

export function ShareDialog({ panel, time, variables, onClose }: ShareDialogProps) {
  const [lockTime, setLockTime] = useState(true);
  const [withVariables, setWithVariables] = useState(true);
  const link = shareLink({
    base: `${window.location.origin}${window.location.pathname}`,
    ...time,
    variables,
    panelKey: panel?.key ?? null,
    lockTime,
    withVariables,
  });
  const { tenant, uid } = useDashboardRuntime();

  return (
    <Modal
      opened
      onClose={onClose}
      title={panel ? "Share panel" : "Share dashboard"}
      size="lg"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Stack gap="md">
        <Switch
          label="Lock the time range"
          description="The link shows the same stretch of time also later."
          checked={lockTime}
          onChange={(event) => setLockTime(event.currentTarget.checked)}
        />
        <Switch
          label="Include the variables' values"
          checked={withVariables}
          onChange={(event) => setWithVariables(event.currentTarget.checked)}
        />
        <Group gap="sm" align="end" wrap="nowrap">
          <TextInput
            label="Link"
            value={link}
            readOnly
            flex={1}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button
                onClick={copy}
                leftSection={
                  copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />
                }
              >
                {copied ? "Copied" : "Copy link"}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Group gap="sm">
          {panel ? (
            <Button
              variant="default"
              leftSection={<IconDownload size={15} aria-hidden />}
              onClick={() => {
                const text = JSON.stringify(panel.json, null, 2);
                downloadText(fileNameOf(panel.title, "json"), "application/json", text);
              }}
            >
              Download panel JSON
            </Button>
          ) : (
            <ExportMenu
              label="Download"
              pathOf={(format) => tenantApi(tenant, `dashboards/${uid}/export?format=${format}`)}
            />
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
