"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useDashboardRuntime } from "@/components/dashboards/dashboard-runtime";
import { useFoundDraftStore } from "@/components/editor/draft-context";
import { LinkButton } from "@/components/ui/link-button";
import { notifyError } from "@/components/ui/notify";
import { notifyUndo } from "@/components/ui/notify-undo";
import { applyQueryFix } from "@/lib/client/explain/apply-query-fix";
import { replaceInQuery } from "@/lib/shared/dashboards/edit/replace-in-query";
import type { ExplainFix } from "@/lib/shared/promql/explain/explanation";
import { fixLabel } from "./fix-label";

interface FixButtonProps {
  panelId: number;
  refId: string;
  fix: ExplainFix;
}

/** The nearest thing that gives the panel data: another name in its query, another time, another address. */
export function FixButton({ fix, ...place }: FixButtonProps) {
  const { tenant, zoomTo } = useDashboardRuntime();
  if (fix.kind === "replace") return <ReplaceButton {...place} fix={fix} />;
  if (fix.kind === "datasource_url") {
    return (
      <LinkButton size="compact-sm" variant="default" href={`/t/${tenant}/admin/datasources`}>
        Change the URL to {fix.url}
      </LinkButton>
    );
  }
  return (
    <Button size="compact-sm" variant="default" onClick={() => zoomTo(wholeMs(fix))}>
      Show that time
    </Button>
  );
}

function wholeMs({ fromMs, toMs }: { fromMs: number; toMs: number }) {
  return { fromMs: Math.round(fromMs), toMs: Math.round(toMs) };
}

interface ReplaceButtonProps extends FixButtonProps {
  fix: Extract<ExplainFix, { kind: "replace" }>;
}

function ReplaceButton({ fix, ...place }: ReplaceButtonProps) {
  const { tenant, uid } = useDashboardRuntime();
  const draft = useFoundDraftStore();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const { from, to } = fix;
  const save = async () => {
    if (uid === null) return;
    setBusy(true);
    try {
      const takeBack = await applyQueryFix({ tenant, uid, ...place, from, to });
      router.refresh();
      const undo = () =>
        takeBack()
          .then(() => router.refresh())
          .catch((error: unknown) => notifyError("The change could not be taken back", error));
      await notifyUndo(
        fix.label ? "The query is changed." : `The query now asks for ${to}.`,
        () => void undo(),
      );
    } catch (error) {
      notifyError("The query could not be changed", error);
    }
    setBusy(false);
  };
  const change = () =>
    draft?.getState().change(fixLabel(fix), (document) => replaceInQuery(document, place, { from, to }));
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={busy}
      onClick={() => {
        if (draft) change();
        else void save();
      }}
    >
      {fixLabel(fix)}
    </Button>
  );
}
