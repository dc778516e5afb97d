"use client";

import { Textarea } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import type { DroppedFiles } from "@/lib/client/dashboards/import/read-dropped-files";
import { readImportFile } from "@/lib/client/dashboards/import/read-import-file";

interface PasteJsonProps {
  onRead: (dropped: DroppedFiles) => void;
  onClear: (path: string) => void;
}

const path = "Pasted JSON";

export function PasteJson({ onRead, onClear }: PasteJsonProps) {
  const [text, setText] = useState("");
  const read = useDebouncedCallback((next: string) => {
    if (next.trim() === "") onClear(path);
    else onRead({ files: [readImportFile(path, next)], folders: {} });
  }, 200);
  return (
    <Textarea
      data-autofocus
      aria-label="Dashboard JSON"
      placeholder="The JSON of a Grafana dashboard, of its API, or of a resource"
      autosize
      minRows={5}
      maxRows={10}
      spellCheck={false}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        read(event.currentTarget.value);
      }}
    />
  );
}
