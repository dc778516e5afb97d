"use client";

import { Button, Group, TextInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useRef } from "react";

interface CopyFieldProps {
  label: string;
  value: string;
  description?: string;
}

/** A text that is shown once, to be copied. Where the browser does not allow copying, it is selected instead. */
export function CopyField({ label, value, description }: CopyFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const clipboard = useClipboard({ timeout: 4_000 });

  function copy() {
    field.current?.select();
    clipboard.copy(value);
  }

  return (
    <Group align="flex-end" gap="sm" wrap="nowrap">
      <TextInput
        ref={field}
        style={{ flex: 1, minWidth: 0 }}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
        label={label}
        description={description}
        readOnly
        value={value}
        error={
          clipboard.error ? "The browser does not allow copying. Press Ctrl C: the text is selected." : null
        }
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        variant="default"
        data-autofocus
        leftSection={
          clipboard.copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />
        }
        onClick={copy}
      >
        {clipboard.copied ? "Copied" : "Copy"}
      </Button>
    </Group>
  );
}
