import { useEffect, useState } from "react";
import { callApi, tenantApi } from "@/lib/client/api-client";
import type { JsonObject } from "@/lib/shared/json";
import type { AnnotationAnswer, AnnotationRequest } from "@/lib/shared/prometheus/annotation-query";
import type { TimeRange } from "@/lib/shared/time/time-range";
import { useAnnotationChanges } from "./annotation-changes";

interface AnnotationQuestion {
  tenant: string;
  uid: string | null;
  names: readonly string[];
  range: TimeRange;
  variables: AnnotationRequest["variables"];
  /** False while the values of variables are not known yet. */
  ready: boolean;
  refreshCount: number;
  /** The annotations as they are being edited, in place of the stored ones. */
  drafts?: readonly JsonObject[];
}

interface AnnotationEvents {
  answers: AnnotationAnswer[];
  failure?: string;
}

const nothing: AnnotationEvents = { answers: [] };

/** The events of the annotations that are switched on; while new ones are asked for, the last ones stay. */
export function useAnnotationEvents(question: AnnotationQuestion): AnnotationEvents {
  const { tenant, uid, names, range, variables, ready, refreshCount, drafts } = question;
  const enabled = ready && uid !== null && names.length > 0;
  const changes = useAnnotationChanges();
  const [events, setEvents] = useState(nothing);
  const body = { dashboardUid: uid, names, ...range, variables, drafts };
  const asked = JSON.stringify({ body, refreshCount, changes });
  useEffect(() => {
    if (!enabled) return;
    const left = new AbortController();
    const answer = callApi<{ items: AnnotationAnswer[] }>(tenantApi(tenant, "annotations/query"), {
      method: "POST",
      body: JSON.parse(asked).body,
      signal: left.signal,
    });
    answer.then(
      ({ items }) => setEvents({ answers: items }),
      (error: Error) => left.signal.aborted || setEvents({ ...nothing, failure: error.message }),
    );
    return () => left.abort();
  }, [tenant, enabled, asked]);
  return enabled ? events : nothing;
}
