"use client";

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json, jsonParseLinter } from "@codemirror/lang-json";
import { bracketMatching, foldGutter } from "@codemirror/language";
import { linter } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { codeColors } from "../code-colors";
import colors from "../code-colors.module.css";
import classes from "./json-field.module.css";

interface JsonFieldProps {
  label: string;
  initialValue: string;
  onChange: (text: string) => void;
}

/** A JSON editor that marks what does not parse. It keeps its own text; `initialValue` is read once. */
export function JsonField({ label, initialValue, onChange }: JsonFieldProps) {
  const host = useRef<HTMLDivElement>(null);
  const handler = useRef(onChange);
  const initial = useRef(initialValue);
  handler.current = onChange;
  useEffect(() => {
    if (!host.current) return;
    const view = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: initial.current,
        extensions: [
          lineNumbers(),
          foldGutter(),
          history(),
          bracketMatching(),
          codeColors,
          json(),
          linter(jsonParseLinter(), { delay: 300 }),
          EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) handler.current(update.state.doc.toString());
          }),
        ],
      }),
    });
    return () => view.destroy();
  }, [label]);
  return <div ref={host} className={`${classes.field} ${colors.colors}`} />;
}
