"use client";

import { Button } from "@mantine/core";
import { Ago } from "@/components/ui/ago";
import { useBulkEdits } from "@/lib/client/dashboards/use-bulk-edits";
import { bulkChangeWords } from "@/lib/shared/dashboards/bulk/change-words";
import classes from "./bulk-edit.module.css";

interface BulkHistoryProps {
  tenant: string;
  /** The one that is being undone. */
  undoing: string | null;
  onUndo: (id: string) => void;
}

/** What was changed at once before, each with its way back. */
export function BulkHistory({ tenant, undoing, onUndo }: BulkHistoryProps) {
  const { data = [] } = useBulkEdits(tenant);
  if (data.length === 0) return null;
  return (
    <section aria-label="Changed before">
      <h2 className={classes.heading}>Changed before</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>Change</th>
            <th data-numeric>Dashboards</th>
            <th>When</th>
            <th aria-label="Undo" data-narrow />
          </tr>
        </thead>
        <tbody>
          {data.map((edit) => (
            <tr key={edit.id} data-bulk-edit={edit.id}>
              <td>{bulkChangeWords(edit.change)}</td>
              <td data-numeric>{edit.dashboards}</td>
              <td>
                <Ago at={edit.createdAt} /> by {edit.createdBy}
              </td>
              <td data-narrow>
                {edit.undoneBy === null ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={undoing === edit.id}
                    onClick={() => onUndo(edit.id)}
                  >
                    Undo
                  </Button>
                ) : (
                  <span className={classes.dim}>Undone by {edit.undoneBy}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
