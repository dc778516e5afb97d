"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { byNeed } from "@/lib/client/dashboards/import/import-plan";
import type { ReadableFile } from "@/lib/client/dashboards/import/read-import-file";
import type { Import } from "@/lib/client/dashboards/import/use-import";
import classes from "./import.module.css";
import { ImportFileRow } from "./import-file-row";

interface ImportFileListProps {
  tenant: string;
  imports: Import;
  onReplace: (file: ReadableFile) => void;
}

/** Rows in view only: an archive may hold hundreds. */
export function ImportFileList({ tenant, imports, onReplace }: ImportFileListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { files: given, states, running } = imports;
  const files = useMemo(() => (running ? given : byNeed({ files: given, states })), [given, states, running]);
  const rows = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 46,
    getItemKey: (index) => files[index]?.path ?? index,
    overscan: 8,
  });
  return (
    <div ref={scroller} className={classes.files}>
      <ul aria-label="Files" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const file = files[index];
          return file ? (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ImportFileRow
                tenant={tenant}
                file={file}
                state={imports.states.get(file.path)}
                open={open.has(file.path)}
                onToggle={() => setOpen((before) => before.symmetricDifference(new Set([file.path])))}
                onRemove={imports.running ? null : () => imports.remove(file.path)}
                onReplace={onReplace}
              />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}
