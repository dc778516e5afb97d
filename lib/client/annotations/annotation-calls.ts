import { callApi, tenantApi } from "@/lib/client/api-client";
import type { Annotation, ChangedAnnotation, NewAnnotation } from "@/lib/shared/dashboards/annotation";

export function createAnnotation(tenant: string, body: NewAnnotation): Promise<Annotation> {
  return callApi(tenantApi(tenant, "annotations"), { method: "POST", body });
}

export function changeAnnotation(tenant: string, id: string, body: ChangedAnnotation): Promise<Annotation> {
  return callApi(tenantApi(tenant, `annotations/${id}`), { method: "PATCH", body });
}

export function deleteAnnotation(tenant: string, id: string): Promise<void> {
  return callApi(tenantApi(tenant, `annotations/${id}`), { method: "DELETE" });
}

interface Listed {
  uid: string;
  fromMs: number;
  toMs: number;
}

export function listAnnotations(
  tenant: string,
  { uid, fromMs, toMs }: Listed,
  signal: AbortSignal,
): Promise<{ items: Annotation[]; nextCursor: string | null }> {
  const query = new URLSearchParams({ dashboard: uid, from: String(fromMs), to: String(toMs), limit: "500" });
  return callApi(tenantApi(tenant, `annotations?${query}`), { signal });
}
