import { useLayoutEffect } from "react";
import { useShellStore } from "./shell-store";

/** Names the page in the breadcrumbs for as long as it is shown. */
export function usePageTitle(title: string): void {
  const setPageTitle = useShellStore((state) => state.setPageTitle);
  useLayoutEffect(() => {
    setPageTitle(title);
    return () => setPageTitle(null);
  }, [title, setPageTitle]);
}
