import { useEffect, useState } from "react";

/** Opens one moment after mounting, so that Mantine sees the change: it remembers the focus and animates then. */
export function useOpenedAfterMount(opened: boolean): boolean {
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return opened && mounted;
}
