"use client";

import { TextInput, type TextInputProps } from "@mantine/core";
import { useSettled } from "./use-settled";

interface SettledInputProps extends Omit<TextInputProps, "value" | "onChange"> {
  value: string;
  onSettled: (value: string) => void;
}

export function SettledInput({ value, onSettled, ...props }: SettledInputProps) {
  const { text, type, settle } = useSettled(value, onSettled);
  return (
    <TextInput
      {...props}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => event.key === "Enter" && settle()}
    />
  );
}
