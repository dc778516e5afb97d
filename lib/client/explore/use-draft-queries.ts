import { useEffect, useState } from "react";

interface Drafts {
  drafts: string[];
  /** Tells editors apart whose text is the same. */
  keys: string[];
}

export interface DraftQueries extends Drafts {
  setDrafts: (drafts: string[]) => void;
}

/** What stands in the editors; the address wins when it changes, by going back for instance. */
export function useDraftQueries(exprs: readonly string[]): DraftQueries {
  const [state, setState] = useState(() => withDrafts({ drafts: [], keys: [] }, [...exprs]));
  const asked = JSON.stringify(exprs);
  useEffect(() => {
    const next: string[] = JSON.parse(asked);
    setState((before) => (JSON.stringify(before.drafts) === asked ? before : withDrafts(before, next)));
  }, [asked]);
  return { ...state, setDrafts: (drafts) => setState((before) => withDrafts(before, drafts)) };
}

function withDrafts(before: Drafts, drafts: string[]): Drafts {
  return { drafts, keys: drafts.map((_, place) => before.keys[place] ?? crypto.randomUUID()) };
}
