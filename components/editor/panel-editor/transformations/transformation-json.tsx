"use client";

import { Textarea } from "@mantine/core";
import { useState } from "react";
import { parseJsonObject } from "@/components/editor/settings/parse-json-object";
import type { TransformationFormProps } from "./transformation-form";

/** For transformations without fields here: the options as they are stored, taken over as soon as they can be read. */
export function TransformationJson({ options, onChange }: Omit<TransformationFormProps, "fieldNames">) {
  // Only while it is written: undo changes what is stored.
  const [draft, setDraft] = useState<string | null>(null);
  const problem = draft === null ? null : parseJsonObject(draft).problem;
  return (
    <Textarea
      mt={4}
      label="Options as JSON"
      autosize
      minRows={2}
      maxRows={16}
      spellCheck={false}
      value={draft ?? JSON.stringify(options, null, 2)}
      error={problem}
      onBlur={() => problem === null && setDraft(null)}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setDraft(next);
        const parsed = parseJsonObject(next);
        if (parsed.problem === null) onChange(parsed.value);
      }}
    />
  );
}
