"use client";

import { ActionIcon, SegmentedControl } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { DiffView } from "@/components/publish/diff-view";
import { PageLink } from "@/components/publish/page-link";
import classes from "@/components/publish/publish.module.css";
import { ActionMark, ResultMark } from "@/components/publish/state-mark";
import type { ItemResult, PlanItem } from "@/lib/shared/publish/publish-plan";
import { diffSummary, type Resolution } from "@/lib/shared/publish/words";

interface PlanRowProps {
  item: PlanItem;
  result: ItemResult | undefined;
  open: boolean;
  onOpen: () => void;
  resolution: Resolution | undefined;
  /** Null once the plan is being applied. */
  onResolve: ((resolution: Resolution) => void) | null;
}

export function PlanRow({ item, result, open, onOpen, resolution, onResolve }: PlanRowProps) {
  const summary = diffSummary(item.diff);
  const isSettled = result && result.state !== "waiting";
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <tr data-plan-uid={item.uid} data-plan-action={item.action} data-plan-result={result?.state}>
      <td className={classes.narrow}>
        {summary ? (
          <ActionIcon size={24} aria-expanded={open} aria-label={`Changes of ${item.title}`} onClick={onOpen}>
            <Chevron size={15} />
          </ActionIcon>
        ) : null}
      </td>
      <td>
        <span className={classes.strong}>{item.title}</span>
        <PageLink url={result?.url ?? item.url} title={item.title} />
        <p className={classes.reason}>{[summary, folderWords(item, result)].filter(Boolean).join(" · ")}</p>
        {item.reason ? <p className={classes.reason}>{item.reason}</p> : null}
        {isSettled && result.message && result.message !== item.reason ? (
          <p className={classes.reason}>{result.message}</p>
        ) : null}
        {open ? <DiffView diff={item.diff} /> : null}
      </td>
      <td className={classes.narrow}>
        {isSettled ? <ResultMark state={result.state} /> : <ActionMark action={item.action} />}
        {item.resolvable && onResolve ? (
          <div>
            <SegmentedControl
              size="xs"
              mt={4}
              aria-label={`What to do with ${item.title}`}
              data={[
                { value: "skip", label: "Skip" },
                { value: "overwrite", label: "Overwrite" },
              ]}
              value={resolution ?? "skip"}
              onChange={(value) => onResolve(value === "overwrite" ? "overwrite" : "skip")}
            />
          </div>
        ) : null}
      </td>
      <td className={`${classes.dim} ${classes.narrow} ${classes.wide}`}>{versionWords(item, result)}</td>
    </tr>
  );
}

function folderWords({ folder, action }: PlanItem, result: ItemResult | undefined): string {
  if (action === "no-change" || action === "refused") return "";
  const name = folder.title ? `folder “${folder.title}”` : "General";
  return folder.willBeMade && result?.state !== "written" ? `${name}, which will be made` : name;
}

function versionWords({ grafanaVersion }: PlanItem, result: ItemResult | undefined): string {
  const after = result?.state === "written" ? result.grafanaVersion : null;
  if (after !== null && after !== grafanaVersion)
    return grafanaVersion ? `v${grafanaVersion} → v${after}` : `v${after}`;
  return grafanaVersion ? `v${grafanaVersion}` : "new";
}
