"use client";

import { notifyError } from "@/components/ui/notify";
import { downloadFile } from "@/lib/client/download-file";
import { useMutation } from "@/lib/client/queries";
import { FormatMenu } from "./format-menu";

interface ExportMenuProps {
  label: string;
  /** The address that answers with the file. */
  pathOf: (format: string) => string;
}

export function ExportMenu({ label, pathOf }: ExportMenuProps) {
  const download = useMutation({
    mutationFn: downloadFile,
    onError: (error) => notifyError("Not exported", error),
  });
  return (
    <FormatMenu
      label={label}
      loading={download.isPending}
      position="bottom-start"
      onChoose={(format) => download.mutate(pathOf(format))}
    />
  );
}
