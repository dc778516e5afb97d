/** Longer than the pause between two keys of somebody who types. */
const pauseMs = 160;

export interface LateChange {
  note: (text: string) => void;
  /** Tells at once what was noted last. */
  flush: () => void;
}

/**
 * Tells of a text once its typing pauses, or when somebody asks: what hangs on it may be a whole page, which would be
 * drawn anew between two keys.
 */
export function createLateChange(tell: (text: string) => void): LateChange {
  let noted: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    const text = noted;
    noted = null;
    if (text !== null) tell(text);
  };
  return {
    note: (text) => {
      noted = text;
      clearTimeout(timer);
      timer = setTimeout(flush, pauseMs);
    },
    flush,
  };
}
