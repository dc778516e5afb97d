"use client";

import { Button } from "@mantine/core";
import { IconPlayerPlay, IconPlus } from "@tabler/icons-react";
import { type ExploreUrl, mostQueries, queryLetter } from "@/lib/client/explore/explore-url";
import type { DraftQueries } from "@/lib/client/explore/use-draft-queries";
import classes from "./explore-page.module.css";
import { QueryRow } from "./query-row";

interface QueryListProps {
  tenant: string;
  datasource: string | null;
  queries: DraftQueries;
  hidden: readonly number[];
  busy: boolean;
  onRun: () => void;
  change: (change: Partial<ExploreUrl>) => void;
  onRule: (expr: string) => void;
  /** Null for who may not edit dashboards. */
  onPanel: (() => void) | null;
}

/** The editors of the queries and what is done with all of them. */
export function QueryList({ tenant, datasource, queries, hidden, busy, change, ...on }: QueryListProps) {
  const { drafts, keys, setDrafts } = queries;
  const put = (exprs: string[], more: Partial<ExploreUrl> = {}) => {
    setDrafts(exprs);
    change({ exprs, ...more });
  };
  return (
    <section aria-label="Queries" className={classes.queries}>
      {drafts.map((draft, place) => (
        <QueryRow
          key={keys[place]}
          tenant={tenant}
          datasource={datasource ?? "default"}
          letter={queryLetter(place)}
          draft={draft}
          hidden={hidden.includes(place)}
          alone={drafts.length === 1}
          onDraft={(expr) => setDrafts(drafts.with(place, expr))}
          onRun={on.onRun}
          onHide={() => change({ hidden: toggled(hidden, place) })}
          onDuplicate={() =>
            put(drafts.toSpliced(place + 1, 0, draft), { hidden: moved(hidden, place + 1, 1) })
          }
          onRemove={() =>
            put(drafts.toSpliced(place, 1), {
              hidden: moved(
                hidden.filter((at) => at !== place),
                place,
                -1,
              ),
            })
          }
          onRule={() => on.onRule(draft)}
        />
      ))}
      <div className={classes.bar}>
        <Button leftSection={<IconPlayerPlay size={15} aria-hidden />} loading={busy} onClick={on.onRun}>
          Run {drafts.length > 1 ? "queries" : "query"}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          disabled={drafts.length >= mostQueries}
          onClick={() => setDrafts([...drafts, ""])}
        >
          Add query
        </Button>
        <div className={classes.grow} />
        {on.onPanel ? (
          <Button
            variant="default"
            disabled={drafts.every((draft) => draft.trim() === "")}
            onClick={on.onPanel}
          >
            Make a panel
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function toggled(list: readonly number[], item: number): number[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item].toSorted((a, b) => a - b);
}

/** Places from `from` on, one further or one back. */
function moved(list: readonly number[], from: number, by: 1 | -1): number[] {
  return list.map((at) => (at >= from ? at + by : at));
}
