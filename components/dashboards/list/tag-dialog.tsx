"use client";

import { Button, Stack, TagsInput, type TagsInputProps } from "@mantine/core";
import { useState } from "react";
import { Modal } from "@/components/ui/modal";
import { useTags } from "@/lib/client/dashboards/use-library";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";

interface TagDialogProps {
  tenant: string;
  items: readonly DashboardSummary[];
  onTag: (add: string[], remove: string[]) => void;
  onClose: () => void;
}

export function TagDialog({ tenant, items, onTag, onClose }: TagDialogProps) {
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const known = (useTags(tenant).data ?? []).map(({ tag }) => tag);
  const worn = [...new Set(items.flatMap((item) => item.tags))].toSorted();
  const what = items.length === 1 ? (items[0]?.title ?? "") : `${items.length} dashboards`;
  return (
    <Modal opened onClose={onClose} title={`Tags of ${what}`} closeButtonProps={{ "aria-label": "Close" }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onTag(add, remove);
          onClose();
        }}
      >
        <Stack gap="md">
          <TagsField
            label="Add"
            data={known}
            value={add}
            onChange={setAdd}
            acceptValueOnBlur
            data-autofocus
          />
          <TagsField
            label="Take away"
            data={worn}
            value={remove}
            onChange={setRemove}
            disabled={worn.length === 0}
          />
          <Button type="submit" disabled={add.length + remove.length === 0}>
            Change tags
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

/** Its list opens by typing or clicking and closes with each tag, so that it never lies over the button below. */
function TagsField({ onChange, ...props }: TagsInputProps & { onChange: (tags: string[]) => void }) {
  const [opened, setOpened] = useState(false);
  return (
    <TagsInput
      {...props}
      openOnFocus={false}
      onClick={() => setOpened(true)}
      onSearchChange={(text) => setOpened(text !== "")}
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      onChange={(tags) => {
        onChange(tags);
        setOpened(false);
      }}
    />
  );
}
