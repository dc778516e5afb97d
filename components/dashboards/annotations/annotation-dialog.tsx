"use client";

import { Button, Group, SegmentedControl, Stack, TagsInput, Text, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Modal } from "@/components/ui/modal";
import { changeAnnotation, createAnnotation } from "@/lib/client/annotations/annotation-calls";
import { tellAnnotationChange } from "@/lib/client/annotations/annotation-changes";
import type { AnnotationEvent } from "@/lib/shared/prometheus/annotation-query";
import { useDashboardRuntime } from "../dashboard-runtime";
import { annotationTimes } from "./annotation-times";
import type { AnnotationDraft } from "./mark-store";

interface AnnotationDialogProps {
  /** The annotation to change, or where a new one is to stand. */
  event: AnnotationEvent | null;
  draft: AnnotationDraft;
  onClose: () => void;
}

/** Words and tags for a moment or a stretch of time. */
export function AnnotationDialog({ event, draft, onClose }: AnnotationDialogProps) {
  const { tenant, uid, dashboard, timeZone, titleOf } = useDashboardRuntime();
  const [text, setText] = useState(event?.title ?? "");
  const [tags, setTags] = useState(event?.tags ?? []);
  const [typed, setTyped] = useState("");
  const [panelId, setPanelId] = useState(draft.panelId);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { fromMs, toMs } = draft;
  const panel = dashboard.panels.find(({ id }) => id === draft.panelId);

  const save = async (submit?: FormEvent) => {
    submit?.preventDefault();
    if (text.trim() === "") return setProblem("Say what happened.");
    // A tag that is being typed is meant, too.
    const last = typed.trim().replace(/,$/, "");
    const all = last === "" ? tags : [...tags, last];
    setBusy(true);
    try {
      const moved = panelId === draft.panelId ? {} : { panelId };
      if (event?.id) await changeAnnotation(tenant, event.id, { text, tags: all, ...moved });
      else {
        const place = { dashboardUid: uid ?? undefined, panelId: panelId ?? undefined };
        await createAnnotation(tenant, { ...place, fromMs, toMs, text, tags: all });
      }
      tellAnnotationChange();
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={event ? "Edit annotation" : "Add annotation"}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form
        onSubmit={save}
        onKeyDown={(key) => key.key === "Enter" && (key.ctrlKey || key.metaKey) && void save()}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {annotationTimes(draft, timeZone)}
          </Text>
          <Textarea
            label="Text"
            placeholder="Deployed 2.14 to production"
            data-autofocus
            autosize
            minRows={2}
            maxRows={10}
            maxLength={5_000}
            value={text}
            error={problem}
            onChange={({ currentTarget }) => {
              setText(currentTarget.value);
              setProblem(null);
            }}
          />
          <TagsInput
            label="Tags"
            placeholder={tags.length === 0 ? "deploy" : undefined}
            maxTags={20}
            splitChars={[",", " "]}
            acceptValueOnBlur
            value={tags}
            onChange={setTags}
            searchValue={typed}
            onSearchChange={setTyped}
          />
          {panel ? (
            <SegmentedControl
              aria-label="Shown on"
              value={panelId === null ? "all" : "panel"}
              data={[
                { value: "panel", label: titleOf(panel.title) || "This panel" },
                { value: "all", label: "All panels" },
              ]}
              onChange={(value) => setPanelId(value === "all" ? null : panel.id)}
            />
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              {event ? "Save annotation" : "Add annotation"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
