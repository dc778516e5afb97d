"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useState } from "react";
import { useForeignAddress } from "@/lib/client/use-foreign-address";
import { readFields, writeFields } from "./url-fields";

/**
 * Filters and order of a page, kept in its address. Typing replaces the address, so that "back" does not go letter by
 * letter; `defaults` must stay the same object.
 */
export function useUrlFields<T extends Record<string, string>>(defaults: T) {
  const search = useSearchParams().toString();
  const pathname = usePathname();
  const [fields, setFields] = useState(() => readFields(new URLSearchParams(search), defaults));
  const noteOwn = useForeignAddress(search, (foreign) => setFields(readFields(foreign, defaults)));

  const change = useCallback(
    (part: Partial<T>, { typing = false } = {}) => {
      const next = { ...fields, ...part };
      setFields(next);
      const query = writeFields(new URLSearchParams(window.location.search), next, defaults);
      noteOwn(query);
      const address = `${pathname}${query}`;
      if (typing) window.history.replaceState(null, "", address);
      else window.history.pushState(null, "", address);
    },
    [fields, defaults, pathname, noteOwn],
  );
  return { fields, change };
}
