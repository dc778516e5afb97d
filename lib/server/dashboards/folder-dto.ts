import type { Prisma } from "@/generated/prisma/client";
import type { Folder } from "@/lib/shared/dashboards/folder";
import { AppError } from "@/lib/shared/errors";

export const folderFields = {
  uid: true,
  title: true,
  parent: { select: { uid: true } },
  viewRole: true,
  editRole: true,
  seenFrom: true,
  editedFrom: true,
  _count: { select: { dashboards: true } },
} as const;

type FolderRow = Prisma.FolderGetPayload<{ select: typeof folderFields }>;

export function toFolder({ parent, _count, ...row }: FolderRow): Folder {
  return { ...row, parentUid: parent?.uid ?? null, dashboards: _count.dashboards };
}

export function noFolder(uid: string): AppError {
  return new AppError("NOT_FOUND", `There is no folder "${uid}" in this tenant.`);
}
