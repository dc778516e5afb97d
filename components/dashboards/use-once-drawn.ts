import { useEffect, useState } from "react";
import type { BusyPanels } from "@/lib/client/dashboards/busy-panels";
import { whenIdle } from "@/lib/client/when-idle";

/** True from when the panels in view are drawn for the first time: what nobody looks at before that need not load before. */
export function useOnceDrawn(busyPanels: BusyPanels): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    if (drawn) return;
    let stop = () => {};
    // Not at once: panels report that they are at work as they mount, and what is settled is still to be painted.
    const lookWhenIdle = () => {
      stop();
      stop = whenIdle(() => busyPanels.isSettled() && setDrawn(true));
    };
    lookWhenIdle();
    const unsubscribe = busyPanels.subscribe(lookWhenIdle);
    return () => {
      unsubscribe();
      stop();
    };
  }, [busyPanels, drawn]);
  return drawn;
}
