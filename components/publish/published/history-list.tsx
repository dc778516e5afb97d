"use client";

import { Button } from "@mantine/core";
import { PageLink } from "@/components/publish/page-link";
import classes from "@/components/publish/publish.module.css";
import { ResultMark } from "@/components/publish/state-mark";
import { Ago } from "@/components/ui/ago";
import { Notice } from "@/components/ui/notice";
import { usePublishHistory } from "@/lib/client/publish/use-publications";
import type { HistoryItem } from "@/lib/shared/publish/publication";

/** Every apply, newest first, with links to what it left in Grafana. */
export function HistoryList({ tenant }: { tenant: string }) {
  const history = usePublishHistory(tenant);
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  if (history.isError) return <Notice title="The history could not be read">{history.error.message}</Notice>;
  if (history.isSuccess && items.length === 0) {
    return <Notice title="No history yet">What is published from here is listed here.</Notice>;
  }
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>Dashboard</th>
            <th>Result</th>
            <th className={classes.wide}>Grafana</th>
            <th className={classes.wide}>When</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <HistoryRow key={`${item.plan} ${item.uid}`} item={item} />
          ))}
        </tbody>
      </table>
      {history.hasNextPage ? (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </>
  );
}

function HistoryRow({ item }: { item: HistoryItem }) {
  return (
    <tr>
      <td>
        <span className={classes.strong}>{item.title}</span>
        <PageLink url={item.url} title={item.title} />
        {item.message ? <p className={classes.reason}>{item.message}</p> : null}
      </td>
      <td>
        <ResultMark state={item.state} />
      </td>
      <td className={classes.wide}>
        {item.target.name}
        {item.grafanaVersion ? <span className={classes.dim}> v{item.grafanaVersion}</span> : null}
      </td>
      <td className={`${classes.dim} ${classes.wide}`}>
        <Ago at={item.at} /> by {item.by}
      </td>
    </tr>
  );
}
