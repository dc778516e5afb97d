import { useCallback, useEffect, useRef } from "react";

/**
 * Tells of every search text of the address that the page did not write itself: its own arrive late, and would take back
 * what was changed meanwhile. The answer notes what is about to be written.
 */
export function useForeignAddress(search: string, onForeign: (search: URLSearchParams) => void) {
  const written = useRef<string[]>([]);
  const handler = useRef(onForeign);
  handler.current = onForeign;
  useEffect(() => {
    const forget = () => {
      written.current = [];
    };
    window.addEventListener("popstate", forget);
    return () => window.removeEventListener("popstate", forget);
  }, []);
  useEffect(() => {
    const at = written.current.indexOf(search);
    // What was written before has been overtaken; a link to the same later on is somebody else's.
    if (at >= 0) written.current = written.current.slice(at + 1);
    else handler.current(new URLSearchParams(search));
  }, [search]);
  return useCallback((query: string) => {
    const text = textOf(query);
    if (text !== textOf(window.location.search)) written.current.push(text);
  }, []);
}

function textOf(query: string): string {
  return new URLSearchParams(query).toString();
}
