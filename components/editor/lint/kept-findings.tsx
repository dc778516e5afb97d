"use client";

import { Button, Stack, Text } from "@mantine/core";
import { placeWords } from "@/lib/client/dashboards/group-findings";
import type { LintException } from "@/lib/shared/dashboards/lint/exceptions";
import type { LintReport } from "@/lib/shared/dashboards/lint/lint-report";
import classes from "./lint-drawer.module.css";

interface KeptFindingsProps {
  report: LintReport;
  exceptions: readonly LintException[];
  onRelease: (exception: LintException) => void;
}

/** What somebody looked at and keeps, with the reason, and what it covers. */
export function KeptFindings({ report, exceptions, onRelease }: KeptFindingsProps) {
  if (exceptions.length === 0) return null;
  const covered = (exception: LintException) =>
    report.excepted.filter(
      ({ rule, reason, place }) =>
        rule === exception.rule &&
        reason === exception.reason &&
        (exception.panelId === undefined || exception.panelId === place.panelId),
    );
  return (
    <section aria-label="Kept with a reason">
      <Text fw={600} mb={4}>
        Kept with a reason
      </Text>
      <ul className={classes.list}>
        {exceptions.map((exception) => {
          const findings = covered(exception);
          const [first] = findings;
          const where = findings.length === 1 && first ? placeWords(first) : `${findings.length} findings`;
          return (
            <li
              key={`${exception.rule} ${exception.panelId} ${exception.variable}`}
              className={classes.finding}
            >
              <Stack gap={4} align="flex-start">
                <Text size="sm">
                  {exception.rule}: {findings.length === 0 ? "nothing is found any more" : where}
                </Text>
                <Text size="sm" c="dimmed">
                  {exception.reason}
                </Text>
                <Button size="compact-xs" variant="default" onClick={() => onRelease(exception)}>
                  No longer keep
                </Button>
              </Stack>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
