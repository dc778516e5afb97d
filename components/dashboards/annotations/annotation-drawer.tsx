"use client";

import { ActionIcon, Loader, Text } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Drawer } from "@/components/ui/drawer";
import { notifyError } from "@/components/ui/notify";
import { notifyUndo } from "@/components/ui/notify-undo";
import {
  createAnnotation,
  deleteAnnotation,
  listAnnotations,
} from "@/lib/client/annotations/annotation-calls";
import { tellAnnotationChange, useAnnotationChanges } from "@/lib/client/annotations/annotation-changes";
import { useQuery } from "@/lib/client/queries";
import type { Annotation } from "@/lib/shared/dashboards/annotation";
import { useDashboardRuntime } from "../dashboard-runtime";
import classes from "./annotation-drawer.module.css";
import { annotationTimes } from "./annotation-times";

interface AnnotationDrawerProps {
  canWrite: boolean;
  onEdit: (annotation: Annotation) => void;
  onClose: () => void;
}

/** What was written down on this dashboard in the time range, newest first. */
export function AnnotationDrawer({ canWrite, onEdit, onClose }: AnnotationDrawerProps) {
  const { tenant, uid, range, dashboard, titleOf, timeZone, zoomTo } = useDashboardRuntime();
  const changes = useAnnotationChanges();
  const { data, error } = useQuery({
    queryKey: ["annotations", tenant, uid, range, changes],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => listAnnotations(tenant, { uid: uid ?? "", ...range }, signal),
  });
  const placeOf = ({ panelId }: Annotation) =>
    panelId === null
      ? "All panels"
      : titleOf(dashboard.panels.find(({ id }) => id === panelId)?.title ?? `Panel ${panelId}`);
  const remove = async (annotation: Annotation) => {
    try {
      await deleteAnnotation(tenant, annotation.id);
    } catch (failure) {
      return notifyError("The annotation was not deleted", failure);
    }
    tellAnnotationChange();
    void notifyUndo("Annotation deleted.", () => void restore(tenant, annotation).then(tellAnnotationChange));
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(560px, 100vw)"
      title="Annotations"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {error ? <Text c="error">{error.message}</Text> : null}
      {!data && !error ? <Loader size="sm" aria-label="Loading" /> : null}
      {data?.items.length === 0 ? <Text c="dimmed">None in this time range.</Text> : null}
      <ul className={classes.list}>
        {data?.items.map((annotation) => (
          <li key={annotation.id}>
            <div className={classes.words}>
              <div className={classes.text}>{linked(annotation.text)}</div>
              <div className={classes.about}>
                <button
                  type="button"
                  className={classes.time}
                  title="Show the time around it"
                  onClick={() => zoomTo(around(annotation))}
                >
                  {annotationTimes(annotation, timeZone)}
                </button>
                {[placeOf(annotation), annotation.createdBy, ...annotation.tags].map((text) => ` · ${text}`)}
              </div>
            </div>
            {canWrite ? (
              <>
                <ActionIcon aria-label={`Edit ${annotation.text}`} onClick={() => onEdit(annotation)}>
                  <IconPencil size={15} aria-hidden />
                </ActionIcon>
                <ActionIcon aria-label={`Delete ${annotation.text}`} onClick={() => void remove(annotation)}>
                  <IconTrash size={15} aria-hidden />
                </ActionIcon>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {data?.nextCursor ? (
        <Text c="dimmed">These are the newest 500; narrow the time range for others.</Text>
      ) : null}
    </Drawer>
  );
}

async function restore(tenant: string, annotation: Annotation): Promise<void> {
  const { dashboardUid, panelId, fromMs, toMs, text, tags } = annotation;
  const place = { dashboardUid: dashboardUid ?? undefined, panelId: panelId ?? undefined };
  await createAnnotation(tenant, { ...place, fromMs, toMs, text, tags }).catch((failure: unknown) =>
    notifyError("The annotation was not restored", failure),
  );
}

const leastAroundMs = 15 * 60_000;

function around({ fromMs, toMs }: Annotation) {
  const beside = Math.max(leastAroundMs, toMs - fromMs);
  return { fromMs: fromMs - beside, toMs: toMs + beside };
}

const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

/** Addresses in the text lead there. */
function linked(text: string) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { 0: url, index } of text.matchAll(address)) {
    parts.push(
      text.slice(end, index),
      <a key={index} href={url} target="_blank" rel="noreferrer">
        {url}
      </a>,
    );
    end = index + url.length;
  }
  return [...parts, text.slice(end)];
}
