"use client";

import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import type { SaveError } from "@/lib/client/dashboards/use-save-dashboard";
import { diffDashboards } from "@/lib/shared/dashboards/diff/diff-dashboards";
import { mergeDashboards } from "@/lib/shared/dashboards/merge/merge-dashboards";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { ChangeList } from "./change-list";

interface StaleNoticeProps {
  stale: NonNullable<SaveError["stale"]>;
  base: { version: number; document: DashboardDocument };
  mine: DashboardDocument;
  onUse: (document: DashboardDocument) => void;
}

/** Somebody saved meanwhile: shows what they changed, and offers both changes together where they do not touch. */
export function StaleNotice({ stale, base, mine, onUse }: StaleNoticeProps) {
  const theirs = diffDashboards(base.document, stale.document);
  const { document, conflicts } = mergeDashboards(base.document, mine, stale.document);
  return (
    <Alert color="yellow" title={`Version ${stale.version} was saved meanwhile by ${stale.createdBy}`}>
      <Stack gap="sm">
        <Text size="sm">They changed:</Text>
        <ChangeList diff={theirs} />
        {conflicts.length > 0 ? (
          <Text size="sm">
            Both changed {conflicts.map(({ path }) => path.join(" / ")).join(", ")}. Saving both keeps yours
            there and theirs everywhere else; their version stays in the list of versions.
          </Text>
        ) : (
          <Text size="sm">Your changes touch other places, so both can be kept.</Text>
        )}
        <Group>
          <Button onClick={() => onUse(document)}>Save both</Button>
        </Group>
      </Stack>
    </Alert>
  );
}
