import { useEffect, useRef, useState } from "react";

const restMs = 700;

/** A text that is taken over when the typing rests or the field is left, since each change asks the datasource. */
export function useSettled(value: string, onSettled: (value: string) => void) {
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
  return { text: draft ?? value, type: setDraft, settle };
}
