"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { readFields, writeFields } from "./url-fields";

/**
 * Filters and order of a page, kept in its address. Typing replaces the address, so that "back" does not go letter by
 * letter; `defaults` must stay the same object.
 */
export function useUrlFields<T extends Record<string, string>>(defaults: T) {
  const search = useSearchParams().toString();
  const pathname = usePathname();
  const [fields, setFields] = useState(() => readFields(new URLSearchParams(search), defaults));
  // The address lags behind fast typing; what it says counts only when somebody else wrote it.
  const written = useRef(new Set<string>());
  useEffect(() => {
    const forget = () => written.current.clear();
    window.addEventListener("popstate", forget);
    return () => window.removeEventListener("popstate", forget);
  }, []);
  useEffect(() => {
    if (!written.current.has(search)) setFields(readFields(new URLSearchParams(search), defaults));
  }, [search, defaults]);

  const change = useCallback(
    (part: Partial<T>, { typing = false } = {}) => {
      const next = { ...fields, ...part };
      setFields(next);
      const query = writeFields(new URLSearchParams(window.location.search), next, defaults);
      written.current.add(query.slice(1));
      const address = `${pathname}${query}`;
      if (typing) window.history.replaceState(null, "", address);
      else window.history.pushState(null, "", address);
    },
    [fields, defaults, pathname],
  );
  return { fields, change };
}
