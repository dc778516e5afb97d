"use client";

import { Badge, Button } from "@mantine/core";
import { IconListCheck } from "@tabler/icons-react";
import { countSeverities } from "@/lib/client/dashboards/count-severities";
import type { DraftLint } from "@/lib/client/dashboards/use-draft-lint";

interface LintButtonProps {
  lint: DraftLint | null;
  onOpen: () => void;
}

/** How much the rules find in the draft; hints alone stay grey. */
export function LintButton({ lint, onOpen }: LintButtonProps) {
  const { error, warning, hint } = countSeverities(lint?.report.findings ?? []);
  const count = error + warning + hint;
  const words = `Lint: ${error} errors, ${warning} warnings, ${hint} hints`;
  const color = error > 0 ? "red" : warning > 0 ? "yellow" : "gray";
  return (
    <Button
      variant="default"
      leftSection={<IconListCheck size={15} aria-hidden />}
      rightSection={
        count > 0 ? (
          <Badge size="sm" variant="light" color={color} data-lint-count={count}>
            {count}
          </Badge>
        ) : null
      }
      aria-label={lint ? words : "Lint"}
      title={lint ? words : undefined}
      onClick={onOpen}
    >
      Lint
    </Button>
  );
}
