import { useEffect, useRef } from "react";
import type { ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import type { EditorCommands } from "./use-editor-commands";

/** Does once what the page of the dashboard asked for by a key: `?act=duplicate&panel=3`. A reload does not do it again. */
export function useFirstAct(commands: EditorCommands, { panels }: Pick<ReadDashboard, "panels">): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    const search = new URLSearchParams(window.location.search);
    const act = search.get("act");
    const panel = panels.find(({ id }) => String(id) === search.get("panel"));
    if (act === null || !panel) return;
    search.delete("act");
    search.delete("panel");
    const query = search.size > 0 ? `?${search}` : "";
    window.history.replaceState(null, "", `${window.location.pathname}${query}`);
    if (act === "duplicate") commands.duplicate(panel);
    if (act === "remove") commands.remove(panel);
  }, [commands, panels]);
}
