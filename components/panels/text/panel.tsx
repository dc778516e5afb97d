"use client";

import { Code } from "@mantine/core";
import { useMemo } from "react";
import type { PanelProps } from "@/components/panels/panel-props";
import { prepareText } from "@/lib/shared/panels/text/prepare";
import { safeHtml } from "./safe-html";
import classes from "./text.module.css";

export function TextPanel({ panel, data, context, width, height }: PanelProps) {
  const model = useMemo(() => prepareText(panel, data, context), [panel, data, context]);
  const html = useMemo(() => (model.mode === "code" ? "" : safeHtml(model.content, model.mode)), [model]);
  if (model.mode === "code") {
    return (
      <Code block className={classes.code} style={{ width, height }}>
        {model.lineNumbers ? numbered(model.content) : model.content}
      </Code>
    );
  }
  // The text went through the sanitiser.
  return (
    <div
      className={classes.text}
      style={{ width, height }}
      {...{ dangerouslySetInnerHTML: { __html: html } }}
    />
  );
}

function numbered(content: string): string {
  const lines = content.split("\n");
  const digits = String(lines.length).length;
  return lines.map((line, i) => `${String(i + 1).padStart(digits)}  ${line}`).join("\n");
}
