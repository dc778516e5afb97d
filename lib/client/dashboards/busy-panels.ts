/** Which panels are still at work; listeners hear only when the whole becomes settled or busy again. */
export function createBusyPanels() {
  const busy = new Set<string>();
  const listeners = new Set<() => void>();
  function change(apply: () => void) {
    const before = busy.size === 0;
    apply();
    if (before !== (busy.size === 0)) for (const listener of listeners) listener();
  }
  return {
    report(key: string, isBusy: boolean) {
      change(() => (isBusy ? busy.add(key) : busy.delete(key)));
    },
    isSettled: () => busy.size === 0,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export type BusyPanels = ReturnType<typeof createBusyPanels>;
