"use client";

import { Button, Checkbox, Group } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { BulkEditPreview, BulkEditPreviewItem } from "@/lib/shared/dashboards/bulk/bulk-edit";
import { BulkDiff } from "./bulk-diff";
import classes from "./bulk-edit.module.css";

interface BulkPreviewProps {
  tenant: string;
  preview: BulkEditPreview;
  applying: boolean;
  onApply: (items: readonly BulkEditPreviewItem[]) => void;
}

/** More than these are folded at first. */
const openAtFirst = 8;

/** What would change, dashboard by dashboard; each can be left out. */
export function BulkPreview({ tenant, preview, applying, onApply }: BulkPreviewProps) {
  const { changed, noted, unchanged } = preview;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = changed.filter(({ uid }) => !left.has(uid));
  const toggle = (uid: string) => setLeft((before) => before.symmetricDifference(new Set([uid])));
  if (changed.length + noted.length === 0) {
    return (
      <Notice title="Nothing changes">
        {unchanged === 1 ? "The dashboard has" : `None of ${unchanged} dashboards has`} what is looked for.
      </Notice>
    );
  }
  return (
    <section aria-label="What changes" data-bulk-preview={changed.length}>
      <Group justify="space-between" my="sm">
        <span>
          {count(changed.length)} {changed.length === 1 ? "changes" : "change"}, {unchanged + noted.length}{" "}
          stay as they are.
        </span>
        <Button disabled={chosen.length === 0} loading={applying} onClick={() => onApply(chosen)}>
          Change {count(chosen.length)}
        </Button>
      </Group>
      <ul className={classes.list}>
        {changed.map((item, index) => (
          <PreviewItem
            key={item.uid}
            tenant={tenant}
            item={item}
            openedAtFirst={index < openAtFirst}
            chosen={!left.has(item.uid)}
            onToggle={() => toggle(item.uid)}
          />
        ))}
        {noted.map(({ uid, title, notes }) => (
          <li key={uid} className={classes.item}>
            <div className={classes.head}>
              <Link href={`/t/${tenant}/d/${uid}`}>{title}</Link>
            </div>
            <BulkDiff diff={{ panels: [], variables: [], settings: [] }} notes={notes} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PreviewItemProps {
  tenant: string;
  item: BulkEditPreviewItem;
  openedAtFirst: boolean;
  chosen: boolean;
  onToggle: () => void;
}

function PreviewItem({ tenant, item, openedAtFirst, chosen, onToggle }: PreviewItemProps) {
  const [opened, setOpened] = useState(openedAtFirst);
  const { uid, title, diff, notes } = item;
  const places = [...diff.panels, ...diff.variables].reduce((sum, { changes }) => sum + changes.length, 0);
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <li className={classes.item} data-bulk-item={uid}>
      <div className={classes.head}>
        <Checkbox size="xs" aria-label={`Change ${title}`} checked={chosen} onChange={onToggle} />
        <Link href={`/t/${tenant}/d/${uid}`}>{title}</Link>
        <button
          type="button"
          className={classes.fold}
          aria-expanded={opened}
          aria-label={`Changes of ${title}`}
          onClick={() => setOpened(!opened)}
        >
          {places + diff.settings.length} {places + diff.settings.length === 1 ? "change" : "changes"}
          <Chevron size={14} aria-hidden />
        </button>
      </div>
      {opened ? <BulkDiff diff={diff} notes={notes} /> : null}
    </li>
  );
}

function count(dashboards: number): string {
  return dashboards === 1 ? "1 dashboard" : `${dashboards} dashboards`;
}
