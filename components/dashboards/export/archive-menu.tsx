"use client";

import { IconX } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { notifyError } from "@/components/ui/notify";
import { TextButton } from "@/components/ui/text-button";
import { type ArchiveChoice, downloadArchive } from "@/lib/client/dashboards/download-archive";
import { useMutation } from "@/lib/client/queries";
import { FormatMenu } from "./format-menu";

interface ArchiveMenuProps {
  label: string;
  tenant: string;
  choice: ArchiveChoice;
}

/** Exports many dashboards as one zip. While it comes the button tells how far it is, and stops it. */
export function ArchiveMenu({ label, tenant, choice }: ArchiveMenuProps) {
  const abort = useRef<AbortController>(null);
  const [progress, setProgress] = useState({ done: 0, all: 0 });
  const download = useMutation({
    mutationFn: async (format: string) => {
      const controller = new AbortController();
      abort.current = controller;
      setProgress({ done: 0, all: 0 });
      const { signal } = controller;
      await downloadArchive(tenant, { ...choice, format }, { signal, onProgress: setProgress });
    },
    onError: (error) => {
      if (!abort.current?.signal.aborted) notifyError("Not exported", error);
    },
  });
  if (download.isPending) {
    return (
      <TextButton look="default" aria-label="Cancel the export" onClick={() => abort.current?.abort()}>
        <span role="status">
          {progress.all > 0 ? `${progress.done} of ${progress.all} exported` : "Preparing the export"}
        </span>
        <IconX size={14} aria-hidden />
      </TextButton>
    );
  }
  return (
    <FormatMenu
      label={label}
      heading="One zip, each dashboard as"
      position="bottom-end"
      onChoose={(format) => download.mutate(format)}
    />
  );
}
