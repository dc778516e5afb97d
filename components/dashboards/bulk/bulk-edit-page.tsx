"use client";

import { VisuallyHidden } from "@mantine/core";
import { useMemo, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { notifyError } from "@/components/ui/notify";
import { notifyUndo } from "@/components/ui/notify-undo";
import { type BulkUrl, readBulkUrl } from "@/lib/client/dashboards/bulk-url";
import { useApplyBulkEdit, useBulkPreview, useUndoBulkEdit } from "@/lib/client/dashboards/use-bulk-edits";
import { writeBulkUrl } from "@/lib/client/dashboards/write-bulk-url";
import { useAddress } from "@/lib/client/use-address";
import type { BulkEditPreviewItem, UndoneBulkEdit } from "@/lib/shared/dashboards/bulk/bulk-edit";
import classes from "./bulk-edit.module.css";
import { BulkHistory } from "./bulk-history";
import { BulkPreview } from "./bulk-preview";
import { ChangeForm } from "./change-form";
import { UndoResult } from "./undo-result";

interface BulkEditPageProps {
  tenant: string;
  datasources: readonly { uid: string; name: string }[];
}

/** One change over many dashboards: said, looked at, made, and taken back as one. */
export function BulkEditPage({ tenant, datasources }: BulkEditPageProps) {
  const { url, change } = useBulkUrl();
  const [undone, setUndone] = useState<UndoneBulkEdit | null>(null);
  const preview = useBulkPreview(tenant, url.change, url.dashboards);
  const apply = useApplyBulkEdit(tenant);
  const takeBack = useUndoBulkEdit(tenant);
  const undo = (id: string) =>
    takeBack.mutate(id, {
      onSuccess: setUndone,
      onError: (error) => notifyError("Nothing was undone", error),
    });
  function make(items: readonly BulkEditPreviewItem[]) {
    if (!url.change) return;
    const dashboards = items.map(({ uid, version }) => ({ uid, version }));
    apply.mutate(
      { change: url.change, dashboards },
      {
        onSuccess: (edit) => {
          setUndone(null);
          change({ dashboards: [], change: null });
          void notifyUndo(`${edit.dashboards} dashboards changed.`, () => undo(edit.id));
        },
        onError: (error) => {
          notifyError("Nothing was changed", error);
          void preview.refetch();
        },
      },
    );
  }
  return (
    <div className={classes.page}>
      <VisuallyHidden component="h1">Edit in bulk</VisuallyHidden>
      <ChangeForm
        key={writeBulkUrl(url)}
        tenant={tenant}
        url={url}
        datasources={datasources}
        looking={preview.isFetching}
        onLook={(next) => {
          if (writeBulkUrl(next) === writeBulkUrl(url)) void preview.refetch();
          else change(next);
        }}
      />
      {preview.isError ? (
        <Notice title="The change could not be looked at">{preview.error.message}</Notice>
      ) : null}
      {url.change && preview.data ? (
        <BulkPreview tenant={tenant} preview={preview.data} applying={apply.isPending} onApply={make} />
      ) : null}
      {undone ? <UndoResult tenant={tenant} result={undone} onClose={() => setUndone(null)} /> : null}
      <BulkHistory tenant={tenant} undoing={takeBack.isPending ? takeBack.variables : null} onUndo={undo} />
    </div>
  );
}

/** The change and its dashboards stand in the address, so that reload, back and sharing keep them. */
function useBulkUrl() {
  const { address, push } = useAddress();
  const url = useMemo(() => readBulkUrl(address), [address]);
  return { url, change: (next: BulkUrl) => push(writeBulkUrl(next)) };
}
