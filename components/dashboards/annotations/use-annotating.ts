import { useEffect, useState } from "react";
import type { AnnotationEvent } from "@/lib/shared/prometheus/annotation-query";
import { useDashboardRuntime } from "../dashboard-runtime";
import { attachAnnotateGesture } from "./annotate-gesture";
import type { AnnotationDraft } from "./mark-store";

/** What is being written: a new annotation, or a change of one. */
export type OpenAnnotation = { draft: AnnotationDraft } | { id: string } | { event: AnnotationEvent };

/** Lets annotations be written on the charts of the page, where the person may. */
export function useAnnotating(allowed: boolean) {
  const { marks } = useDashboardRuntime();
  const [open, setOpen] = useState<OpenAnnotation | null>(null);
  useEffect(() => {
    if (!allowed) return;
    const add = (draft: AnnotationDraft) => setOpen({ draft });
    marks.hands = { add, edit: (id) => setOpen({ id }) };
    const detach = attachAnnotateGesture(add);
    return () => {
      detach();
      marks.hands = null;
    };
  }, [allowed, marks]);
  return { open, setOpen };
}
