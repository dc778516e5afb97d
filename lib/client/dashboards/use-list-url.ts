import { usePathname, useSearchParams } from "next/navigation";
import { useMemo, useState } from "react";
import { type ListUrl, readListUrl, writeListUrl } from "./list-url";

/** The list's state is its address; what is being typed stands in it without a step back for each letter. */
export function useListUrl() {
  const search = useSearchParams();
  const pathname = usePathname();
  const state = useMemo(() => readListUrl(new URLSearchParams(search)), [search]);
  const [typed, setTyped] = useState({ query: state.query, address: state.query });
  // Another address, by a link or a step back, brings its own query.
  const query = typed.address === state.query ? typed.query : state.query;
  const shown = useMemo(() => ({ ...state, query }), [state, query]);
  function change(part: Partial<ListUrl>) {
    const next = { ...shown, ...part };
    setTyped({ query: next.query, address: next.query });
    const address = `${pathname}${writeListUrl(next)}`;
    if (part.query === undefined) window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  }
  return { state: shown, change };
}
