"use client";

import { Button, FileButton, Loader } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import { type DroppedFiles, readDroppedFiles } from "@/lib/client/dashboards/import/read-dropped-files";
import classes from "./import.module.css";

interface FileDropProps {
  disabled: boolean;
  onRead: (dropped: DroppedFiles) => void;
}

export function FileDrop({ disabled, onRead }: FileDropProps) {
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState(false);

  async function read(files: readonly File[]) {
    if (files.length === 0) return;
    setReading(true);
    try {
      onRead(await readDroppedFiles(files));
    } finally {
      setReading(false);
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!disabled) void read([...event.dataTransfer.files]);
  }

  return (
    <section
      className={classes.drop}
      aria-label="Files to import"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {reading ? (
        <Loader size="sm" aria-label="Reading the files" />
      ) : (
        <IconFileUpload size={22} aria-hidden />
      )}
      <p>Drop JSON, ConfigMaps (YAML) or a zip here. Folders of a zip become folders.</p>
      <FileButton
        multiple
        accept=".json,.yaml,.yml,.gz,.zip,application/json,application/zip"
        disabled={disabled || reading}
        onChange={(files) => void read(files)}
      >
        {(props) => (
          <Button {...props} variant="default" disabled={disabled || reading}>
            Choose files
          </Button>
        )}
      </FileButton>
    </section>
  );
}
