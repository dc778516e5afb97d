"use client";

import { Button, CopyButton, Modal } from "@mantine/core";
import { useOpenedAfterMount } from "@/components/ui/use-opened-after-mount";
import { inspectedText } from "@/lib/shared/panels/table/inspected-text";
import classes from "./cell-inspector.module.css";

interface CellInspectorProps {
  name: string;
  raw: unknown;
  text: string;
  opened: boolean;
  onClose: () => void;
}

/** The whole of one cell, JSON laid out, to be read and copied. */
export function CellInspector({ name, raw, text, opened, onClose }: CellInspectorProps) {
  const shown = useOpenedAfterMount(opened);
  const whole = inspectedText(raw, text);
  return (
    <Modal
      opened={shown}
      onClose={onClose}
      title={name}
      size="lg"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <pre className={classes.inspected}>{whole}</pre>
      <CopyButton value={whole}>
        {({ copied, copy }) => (
          <Button variant="default" mt="sm" onClick={copy}>
            {copied ? "Copied" : "Copy value"}
          </Button>
        )}
      </CopyButton>
    </Modal>
  );
}
