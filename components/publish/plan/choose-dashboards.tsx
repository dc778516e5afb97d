"use client";

import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import classes from "@/components/publish/publish.module.css";
import { Ago } from "@/components/ui/ago";
import { Notice } from "@/components/ui/notice";
import { useDashboardPages } from "@/lib/client/dashboards/use-dashboard-list";
import { useFolders } from "@/lib/client/dashboards/use-folders";
import type { PublishUrl } from "@/lib/client/publish/publish-url";
import type { ChangePublishUrl } from "@/lib/client/publish/use-publish-url";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import type { GrafanaTarget } from "@/lib/shared/publish/grafana-target";
import { countDashboards } from "@/lib/shared/publish/words";

interface ChooseDashboardsProps {
  tenant: string;
  targets: readonly GrafanaTarget[];
  url: PublishUrl;
  change: ChangePublishUrl;
  planning: boolean;
  onPlan: (target: string) => void;
}

/** The first step: which dashboards, to which Grafana. */
export function ChooseDashboards({ tenant, targets, url, change, planning, onPlan }: ChooseDashboardsProps) {
  const [text, setText] = useState("");
  const [folder, setFolder] = useState<string | null>(null);
  const [query] = useDebouncedValue(text, 200);
  const pages = useDashboardPages(tenant, { query, folder });
  const folders = useFolders(tenant).data ?? [];
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const target =
    targets.find(({ id }) => id === url.target) ?? (targets.length === 1 ? targets[0] : undefined);
  const choose = (choice: (chosen: ReadonlySet<string>) => Iterable<string>) =>
    change(({ dashboards }) => ({ dashboards: [...choice(new Set(dashboards))] }), "replace");

  return (
    <>
      <div className={classes.head}>
        <TextInput
          className={classes.grow}
          aria-label="Filter dashboards"
          placeholder="Filter dashboards"
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          aria-label="Folder"
          placeholder="All folders"
          data={folders.map(({ uid, title }) => ({ value: uid, label: title }))}
          value={folder}
          onChange={setFolder}
          clearable
        />
        <div className={classes.end}>
          <Select
            aria-label="Grafana target"
            placeholder="Choose a Grafana"
            data={targets.map(({ id, name }) => ({ value: id, label: name }))}
            value={target?.id ?? null}
            onChange={(id) => change({ target: id }, "replace")}
          />
          <Button
            disabled={!target || url.dashboards.length === 0}
            loading={planning}
            onClick={() => target && onPlan(target.id)}
          >
            {url.dashboards.length > 0 ? `Plan ${countDashboards(url.dashboards.length)}` : "Plan"}
          </Button>
        </div>
      </div>
      {pages.isError ? (
        <Notice title="The dashboards could not be listed">{pages.error.message}</Notice>
      ) : null}
      {pages.isSuccess && items.length === 0 ? (
        <Notice title="No dashboard fits">Change the filter, or make a dashboard first.</Notice>
      ) : null}
      {items.length > 0 ? <ChoiceTable items={items} chosen={url.dashboards} onChoose={choose} /> : null}
      {pages.hasNextPage ? (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </>
  );
}

interface ChoiceTableProps {
  items: readonly DashboardSummary[];
  chosen: readonly string[];
  onChoose: (choice: (chosen: ReadonlySet<string>) => Iterable<string>) => void;
}

function ChoiceTable({ items, chosen, onChoose }: ChoiceTableProps) {
  const chosenSet = new Set(chosen);
  const shown = items.map(({ uid }) => uid);
  const chosenHere = shown.filter((uid) => chosenSet.has(uid)).length;
  const isAll = chosenHere === shown.length;
  const toggle = (uid: string) => onChoose((before) => before.symmetricDifference(new Set([uid])));
  const toggleAll = () =>
    onChoose((before) => (isAll ? before.difference(new Set(shown)) : before.union(new Set(shown))));
  return (
    <table className={classes.table} data-lines="single">
      <thead>
        <tr>
          <th className={classes.narrow}>
            <Checkbox
              size="xs"
              aria-label="Select all"
              checked={isAll}
              indeterminate={!isAll && chosenHere > 0}
              onChange={toggleAll}
            />
          </th>
          <th>Title</th>
          <th className={classes.wide}>Folder</th>
          <th className={classes.wide}>Version</th>
          <th className={classes.wide}>Updated</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.uid} data-chosen={chosenSet.has(item.uid) || undefined}>
            <td className={classes.narrow}>
              <Checkbox
                size="xs"
                aria-label={`Select ${item.title}`}
                checked={chosenSet.has(item.uid)}
                onChange={() => toggle(item.uid)}
              />
            </td>
            <td className={classes.strong}>{item.title}</td>
            <td className={`${classes.dim} ${classes.wide}`}>{item.folderTitle ?? "Top level"}</td>
            <td className={`${classes.dim} ${classes.wide}`}>{item.version}</td>
            <td className={`${classes.dim} ${classes.wide}`}>
              <Ago at={item.updatedAt} /> by {item.updatedBy}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
