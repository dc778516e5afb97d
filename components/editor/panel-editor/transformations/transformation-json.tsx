"use client";

import { Textarea } from "@mantine/core";
import { useState } from "react";
import { parseJsonObject } from "@/components/editor/settings/parse-json-object";
import type { TransformationFormProps } from "./transformation-form";

/** For transformations without fields here: the options as they are stored, taken over as soon as they can be read. */
export function TransformationJson({ options, onChange }: Omit<TransformationFormProps, "fieldNames">) {
  const [text, setText] = useState(() => JSON.stringify(options, null, 2));
  const { problem } = parseJsonObject(text, "The options");
  return (
    <Textarea
      mt={4}
      label="Options as JSON"
      autosize
      minRows={2}
      maxRows={16}
      spellCheck={false}
      value={text}
      error={problem}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        const parsed = parseJsonObject(next, "The options");
        if (parsed.problem === null) onChange(parsed.value);
      }}
    />
  );
}
