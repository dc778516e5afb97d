"use client";

import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { notifyError } from "@/components/ui/notify";
import { downloadFile } from "@/lib/client/download-file";
import { FormatItems } from "./format-items";

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
    <Menu width={280} position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          loading={download.isPending}
          leftSection={<IconDownload size={15} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <FormatItems onChoose={(format) => download.mutate(pathOf(format))} />
      </Menu.Dropdown>
    </Menu>
  );
}
