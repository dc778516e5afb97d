import { create } from "zustand";

const graceMs = 7_000;

interface Pending {
  timer: number;
  run: () => Promise<void>;
}

interface PendingDeletes {
  /** `tenant/uid` of what is to disappear but can still come back. */
  keys: ReadonlySet<string>;
  schedule: (tenant: string, uid: string, run: () => Promise<void>) => void;
  undo: (tenant: string, uid: string) => void;
}

const waiting = new Map<string, Pending>();

/** Deleting waits a few seconds, so that undo brings a dashboard back with all its versions. */
export const usePendingDeletes = create<PendingDeletes>()((set) => {
  function finish(key: string) {
    waiting.delete(key);
    set(() => ({ keys: new Set(waiting.keys()) }));
  }
  return {
    keys: new Set(),
    schedule(tenant, uid, run) {
      const key = `${tenant}/${uid}`;
      const timer = window.setTimeout(() => void run().finally(() => finish(key)), graceMs);
      waiting.set(key, { timer, run });
      set(() => ({ keys: new Set(waiting.keys()) }));
    },
    undo(tenant, uid) {
      const key = `${tenant}/${uid}`;
      window.clearTimeout(waiting.get(key)?.timer);
      finish(key);
    },
  };
});

/** The page goes away: what waits is done now. */
export function flushPendingDeletes(): void {
  for (const [key, pending] of waiting) {
    window.clearTimeout(pending.timer);
    void pending.run();
    waiting.delete(key);
  }
}
