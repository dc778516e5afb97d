import type { Prisma } from "@/generated/prisma/client";
import type { DashboardVersion } from "@/lib/shared/dashboards/dashboard";

export const versionFields = {
  version: true,
  message: true,
  createdAt: true,
  createdByName: true,
  hash: true,
} as const;

type VersionRow = Prisma.DashboardVersionGetPayload<{ select: typeof versionFields }>;

export function toVersion({
  version,
  message,
  createdAt,
  createdByName,
  hash,
}: VersionRow): DashboardVersion {
  return { version, message, createdAt: createdAt.toISOString(), createdBy: createdByName, hash };
}
