"use client";

import { Textarea } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useRef, useState } from "react";
import type { DroppedFiles } from "@/lib/client/dashboards/import/read-dropped-files";
import { readImportText } from "@/lib/client/dashboards/import/read-import-file";

interface PasteJsonProps {
  onRead: (dropped: DroppedFiles) => void;
  onClear: (path: string) => void;
}

const path = "Pasted JSON";

export function PasteJson({ onRead, onClear }: PasteJsonProps) {
  const [text, setText] = useState("");
  const newest = useRef("");
  const shown = useRef<string[]>([]);
  const read = useDebouncedCallback(async (next: string) => {
    newest.current = next;
    const files = next.trim() === "" ? [] : await readImportText(path, next);
    if (newest.current !== next) return;
    for (const before of shown.current) onClear(before);
    shown.current = files.map((file) => file.path);
    onRead({ files, folders: {} });
  }, 200);
  return (
    <Textarea
      data-autofocus
      aria-label="Dashboard JSON"
      placeholder="The JSON of a Grafana dashboard, of its API, or a resource; ConfigMaps as YAML"
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
