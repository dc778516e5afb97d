import type { Prisma } from "@/generated/prisma/client";
import type { Folder } from "@/lib/shared/dashboards/dashboard";
import { AppError } from "@/lib/shared/errors";

export const folderFields = {
  uid: true,
  title: true,
  parent: { select: { uid: true } },
  _count: { select: { dashboards: true } },
} as const;

type FolderRow = Prisma.FolderGetPayload<{ select: typeof folderFields }>;

export function toFolder({ uid, title, parent, _count }: FolderRow): Folder {
  return { uid, title, parentUid: parent?.uid ?? null, dashboards: _count.dashboards };
}

export function noFolder(uid: string): AppError {
  return new AppError("NOT_FOUND", `There is no folder "${uid}" in this tenant.`);
}
