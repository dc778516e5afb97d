import { z } from "zod";
import type { EnforcedMatchers } from "@/lib/shared/promql/enforced-matchers";
import type { QueryQuotaKey } from "@/lib/shared/tenants/quotas";

/** A datasource with all that is needed to ask it. Holds secrets: never leaves the server. */
export interface PrometheusDatasource {
  id: string;
  tenantId: string;
  /** For people who read metrics. */
  tenantSlug?: string;
  uid: string;
  name: string;
  url: string;
  /** Put into every selector. */
  matchers: EnforcedMatchers;
  headers: Readonly<Record<string, string>>;
  enforceConflict: "empty" | "error";
  /** Rises with every change: part of every key under which an answer is shared. */
  revision: number;
  /** The tenant's quota, which all its datasources share. */
  queriesPerMinute: number;
  /** Quotas that the tenant has of its own. */
  quotas?: Partial<Record<QueryQuotaKey, number>>;
}

export const Matchers = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export const UpstreamHeaders = z.record(z.string(), z.string());
