"use client";

import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import colors from "./code-colors.module.css";
import { createLateChange, type LateChange } from "./late-change";
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

/**
 * A PromQL editor with completion from the tenant's series; errors are marked where they stand. What is typed is told when
 * typing pauses, and before anything else is done with it.
 */
export function PromqlField({ tenant, datasourceUid, value, label, onChange, onRun }: PromqlFieldProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const handlers = useRef({ onChange, onRun });
  const initialValue = useRef(value);
  const told = useRef(value);
  handlers.current = { onChange, onRun };

  useEffect(() => {
    if (!host.current) return;
    const change = createLateChange((expr) => {
      told.current = expr;
      handlers.current.onChange(expr);
    });
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
            change.note(expr);
          },
          onRun: () => {
            flushSync(change.flush);
            handlers.current.onRun?.();
          },
        }),
      }),
    });
    view.current = editor;
    const ignore = flushBefore(host.current, change);
    return () => {
      ignore();
      change.flush();
      editor.destroy();
    };
  }, [tenant, datasourceUid, label]);

  useEffect(() => {
    const editor = view.current;
    // What comes back of one's own may be older than what is typed by now.
    if (!editor || value === told.current) return;
    told.current = value;
    if (editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  return <div ref={host} className={`${classes.field} ${colors.colors}`} data-promql-field />;
}

/** Keys of commands, and whatever takes the focus away, find the page as it was typed. */
function flushBefore(host: HTMLElement, { flush }: LateChange): () => void {
  const onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey || key === "Escape" || key === "Tab") flushSync(flush);
  };
  host.addEventListener("keydown", onKey, { capture: true });
  host.addEventListener("focusout", flush);
  return () => {
    host.removeEventListener("keydown", onKey, { capture: true });
    host.removeEventListener("focusout", flush);
  };
}
