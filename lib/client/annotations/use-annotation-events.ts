import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { callApi, tenantApi } from "@/lib/client/api-client";
import type { JsonObject } from "@/lib/shared/json";
import type { AnnotationAnswer, AnnotationRequest } from "@/lib/shared/prometheus/annotation-query";
import type { TimeRange } from "@/lib/shared/time/time-range";

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

const none: AnnotationAnswer[] = [];
const keptMs = 60_000;

/** The events of the annotations that are switched on; while new ones are asked for, the last ones stay. */
export function useAnnotationEvents(question: AnnotationQuestion): {
  answers: AnnotationAnswer[];
  failure: string | undefined;
} {
  const { tenant, uid, names, range, variables, ready, refreshCount, drafts } = question;
  const enabled = ready && uid !== null && names.length > 0;
  const { data, error } = useQuery({
    queryKey: ["annotations", tenant, uid, names, range, variables, refreshCount, drafts],
    queryFn: ({ signal }) =>
      callApi<{ items: AnnotationAnswer[] }>(tenantApi(tenant, "annotations/query"), {
        method: "POST",
        body: { dashboardUid: uid, names, ...range, variables, drafts },
        signal,
      }),
    enabled,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: keptMs,
    placeholderData: keepPreviousData,
  });
  return { answers: enabled && data ? data.items : none, failure: error?.message };
}
