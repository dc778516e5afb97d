import { useMemo, useState } from "react";
import { readDashboard } from "@/lib/shared/dashboards/read-dashboard";
import type { ReadDashboard } from "@/lib/shared/dashboards/reading-model";
import { useDraftDocument } from "./draft-context";
import { reuseReading } from "./reuse-reading";

/** The draft as it reads now. */
export function useReadDraft(): ReadDashboard {
  const document = useDraftDocument();
  const read = useMemo(() => readDashboard(document), [document]);
  const [kept, setKept] = useState({ read, shown: read });
  if (kept.read === read) return kept.shown;
  const shown = reuseReading(kept.shown, read);
  setKept({ read, shown });
  return shown;
}
