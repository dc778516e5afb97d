"use client";

import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "react";
import colors from "./code-colors.module.css";
import { promqlExtensions } from "./promql-extensions";
import classes from "./promql-field.module.css";

interface PromqlFieldProps {
  tenant: string;
  datasourceUid: string;
  value: string;
  label: string;
  onChange: (expr: string) => void;
  /** Shift + Enter. */
  onRun?: () => void;
}

/** A PromQL editor with completion from the tenant's series; errors are marked where they stand. */
export function PromqlField({ tenant, datasourceUid, value, label, onChange, onRun }: PromqlFieldProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const handlers = useRef({ onChange, onRun });
  const initialValue = useRef(value);
  handlers.current = { onChange, onRun };

  useEffect(() => {
    if (!host.current) return;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: initialValue.current,
        extensions: promqlExtensions({
          tenant,
          datasourceUid,
          label,
          onChange: (expr) => {
            initialValue.current = expr;
            handlers.current.onChange(expr);
          },
          onRun: () => handlers.current.onRun?.(),
        }),
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [tenant, datasourceUid, label]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  return <div ref={host} className={`${classes.field} ${colors.colors}`} data-promql-field />;
}
