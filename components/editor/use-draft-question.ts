import { useEffect, useMemo, useRef, useState } from "react";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { JsonObject } from "@/lib/shared/json";
import { askedPanel, draftQuestion, withReadable } from "./draft-question";
import { useEditor } from "./editor-context";
import { isReadablePromql } from "./promql-diagnostics";

const restMs = 500;

/** What a drafted panel asks: the same object until its queries change and typing has come to rest. */
export function useDraftQuestion(panel: ReadPanel): JsonObject {
  const { runs } = useEditor();
  const raw = useMemo(() => askedPanel(panel), [panel]);
  const readable = useRef(new Map<string, string>());
  const [asked, setAsked] = useState(() => {
    const question = withReadable(draftQuestion(raw), readable.current, isReadablePromql);
    return { question, key: JSON.stringify(question) };
  });
  useEffect(() => {
    const apply = () => {
      const question = withReadable(draftQuestion(raw), readable.current, isReadablePromql);
      const key = JSON.stringify(question);
      setAsked((before) => (before.key === key ? before : { question, key }));
    };
    const timer = setTimeout(apply, restMs);
    runs.addEventListener("run", apply);
    return () => {
      clearTimeout(timer);
      runs.removeEventListener("run", apply);
    };
  }, [raw, runs]);
  return asked.question;
}
