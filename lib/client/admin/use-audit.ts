import { keepPreviousData } from "@tanstack/react-query";
import { callApi, tenantApi } from "@/lib/client/api-client";
import { useInfiniteQuery } from "@/lib/client/queries";
import type { AuditEvent } from "@/lib/shared/tenants/tenant";
import { type AuditQuestion, auditSearch } from "./audit-search";

interface AuditPage {
  items: AuditEvent[];
  nextCursor: string | null;
}

export const auditPageSize = 100;

/** The log, newest first, page by page. */
export function useAudit(tenant: string, question: AuditQuestion) {
  return useInfiniteQuery({
    queryKey: ["audit", tenant, question],
    placeholderData: keepPreviousData,
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) => {
      const search = auditSearch(question, { limit: auditPageSize, cursor: pageParam });
      return callApi<AuditPage>(tenantApi(tenant, `audit${search}`), { signal });
    },
    getNextPageParam: (last: AuditPage) => last.nextCursor,
  });
}
