"use client";

import { TextInput, type TextInputProps } from "@mantine/core";
import { useEffect, useRef, useState } from "react";

interface SettledInputProps extends Omit<TextInputProps, "value" | "onChange"> {
  value: string;
  onSettled: (value: string) => void;
}

const restMs = 700;

/** A text that is taken over when the typing rests or the field is left, since each change asks the datasource. */
export function SettledInput({ value, onSettled, ...props }: SettledInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const handler = useRef(onSettled);
  useEffect(() => {
    handler.current = onSettled;
  });
  const settle = () => {
    if (draft === null) return;
    if (draft !== value) onSettled(draft);
    setDraft(null);
  };
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => {
      handler.current(draft);
      setDraft(null);
    }, restMs);
    return () => clearTimeout(timer);
  }, [draft]);
  return (
    <TextInput
      {...props}
      value={draft ?? value}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => event.key === "Enter" && settle()}
    />
  );
}
