"use client";

import { json } from "@codemirror/lang-json";
import { MergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { codeColors } from "@/components/editor/code-colors";
import colors from "@/components/editor/code-colors.module.css";
import type { JsonObject } from "@/lib/shared/json";
import classes from "./json-diff.module.css";

interface JsonDiffProps {
  before: JsonObject;
  after: JsonObject;
  labels: readonly [before: string, after: string];
}

/** Both documents side by side, what is the same folded away. */
export function JsonDiff({ before, after, labels }: JsonDiffProps) {
  const host = useRef<HTMLDivElement>(null);
  const [left, right] = labels;
  useEffect(() => {
    if (!host.current) return;
    const side = (document: JsonObject, label: string) => ({
      doc: JSON.stringify(document, null, 2),
      extensions: [
        lineNumbers(),
        EditorView.lineWrapping,
        codeColors,
        json(),
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
      ],
    });
    const view = new MergeView({
      parent: host.current,
      a: side(before, left),
      b: side(after, right),
      collapseUnchanged: { margin: 3, minSize: 6 },
      diffConfig: { scanLimit: 5_000, timeout: 1_000 },
    });
    return () => view.destroy();
  }, [before, after, left, right]);
  return <div ref={host} className={`${classes.diff} ${colors.colors}`} />;
}
