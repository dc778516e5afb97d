"use client";

import { useState } from "react";
import { AnnotationBar } from "@/components/dashboards/annotations/annotation-bar";
import { useDashboardRuntime } from "@/components/dashboards/dashboard-runtime";
import { toggled } from "@/lib/client/dashboards/toggled";
import { useDraftedAnnotations } from "./use-drafted-annotations";

/** The annotations of the draft, laid over its charts as they will be once it is saved. */
export function DraftAnnotations({ ready, refreshCount }: { ready: boolean; refreshCount: number }) {
  const { annotations } = useDashboardRuntime().dashboard;
  const drafts = useDraftedAnnotations();
  const [switched, setSwitched] = useState<readonly string[]>([]);
  if (annotations.length === 0) return null;
  return (
    <AnnotationBar
      toggled={switched}
      onToggle={(name) => setSwitched((before) => toggled(before, name))}
      ready={ready}
      refreshCount={refreshCount}
      drafts={drafts}
    />
  );
}
