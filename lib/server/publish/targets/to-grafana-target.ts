import { z } from "zod";
import { type GrafanaTarget, TargetTest } from "@/lib/shared/publish/grafana-target";

export const StoredMapping = z.record(z.string(), z.string()).catch({});

/** A row of the table without its secret, which the client leaves out of every query that does not name it. */
export interface GrafanaTargetRow {
  id: string;
  tenantId: string;
  name: string;
  url: string;
  authKind: string;
  orgId: number | null;
  folder: string | null;
  datasources: unknown;
  grafanaVersion: string | null;
  lastTest: unknown;
  lastTestedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export function toGrafanaTarget(row: GrafanaTargetRow): GrafanaTarget {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    authKind: row.authKind === "basic" ? "basic" : "token",
    orgId: row.orgId,
    folder: row.folder,
    datasources: StoredMapping.parse(row.datasources),
    grafanaVersion: row.grafanaVersion,
    lastTest: TargetTest.safeParse(row.lastTest).data ?? null,
    lastTestedAt: row.lastTestedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
