import { useEffect, useState } from "react";

/**
 * Code that comes once what needs it is shown; null until then. Not React's `lazy`: once a fallback was on the page,
 * React holds back what loads next for up to 300 ms, so that the last panels would wait. `load` stays the same function;
 * null while nothing needs the code.
 */
export function useLoaded<Code>(load: (() => Promise<Code>) | null): Code | null {
  const [code, setCode] = useState<Code | null>(null);
  useEffect(() => {
    if (!load) return;
    let isShown = true;
    // What does not come is asked for again when it is shown the next time.
    load().then(
      (loaded) => isShown && setCode(() => loaded),
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [load]);
  return code;
}
