import type { Prisma } from "@/generated/prisma/client";
import type { Annotation } from "@/lib/shared/dashboards/annotation";
import { AppError } from "@/lib/shared/errors";

export const annotationFields = {
  id: true,
  panelId: true,
  startsAt: true,
  endsAt: true,
  text: true,
  tags: true,
  createdByName: true,
  createdAt: true,
  dashboard: { select: { uid: true } },
} as const;

type AnnotationRow = Prisma.AnnotationGetPayload<{ select: typeof annotationFields }>;

export function toAnnotation(row: AnnotationRow): Annotation {
  return {
    id: row.id,
    dashboardUid: row.dashboard?.uid ?? null,
    panelId: row.panelId,
    fromMs: row.startsAt.getTime(),
    toMs: row.endsAt.getTime(),
    text: row.text,
    tags: row.tags,
    createdBy: row.createdByName,
    createdAt: row.createdAt.toISOString(),
  };
}

export function noAnnotation(id: string): AppError {
  return new AppError("NOT_FOUND", `There is no annotation "${id}" in this tenant.`);
}
