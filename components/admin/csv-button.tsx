"use client";

import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { type FrameTable, toCsv } from "@/lib/client/dashboards/frame-table";
import { downloadText } from "@/lib/client/download-text";

interface CsvButtonProps {
  /** Without the ending. */
  fileName: string;
  table: () => FrameTable;
  disabled?: boolean;
}

/** What the list shows, as a file. */
export function CsvButton({ fileName, table, disabled }: CsvButtonProps) {
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={15} aria-hidden />}
      disabled={disabled}
      onClick={() => downloadText(`${fileName}.csv`, "text/csv;charset=utf-8", toCsv(table()))}
    >
      CSV
    </Button>
  );
}
