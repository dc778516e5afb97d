"use client";

import { useQuery } from "@tanstack/react-query";
import { askedDatasource, explainEmpty } from "@/lib/client/dashboards/explain-empty";
import { needsData } from "@/lib/client/dashboards/panel-state";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PanelData } from "@/lib/shared/panels/panel-data";
import { useDashboardRuntime } from "./dashboard-runtime";
import { PanelMessage } from "./panel-message";

interface EmptyMessageProps {
  panel: ReadPanel;
  data: PanelData;
}

const bucketMs = 300_000;
const plain = "No data in this time range.";

/** Why there is nothing to see, in one sentence; the cause is looked for once the panel shows. */
export function EmptyMessage({ panel, data }: EmptyMessageProps) {
  const { tenant, interpolate } = useDashboardRuntime();
  const expr = data.results[0]?.expr ?? "";
  const target = panel.targets.find(({ refId }) => refId === data.results[0]?.refId);
  const datasource = askedDatasource(target?.datasource ?? panel.datasource, interpolate);
  const { fromMs, toMs } = data.range;
  const explanation = useQuery({
    queryKey: [
      "explain",
      tenant,
      datasource,
      expr,
      Math.round(fromMs / bucketMs),
      Math.round(toMs / bucketMs),
    ],
    enabled: expr !== "",
    retry: false,
    staleTime: bucketMs,
    queryFn: ({ signal }) => explainEmpty({ tenant, datasource, expr, range: { fromMs, toMs } }, signal),
  });
  if (!needsData(panel))
    return <PanelMessage>This panel asks nothing yet. Edit it to add a query.</PanelMessage>;
  const found = explanation.data;
  if (!found || found.reason === "not_empty") return <PanelMessage>{plain}</PanelMessage>;
  return (
    <PanelMessage details={expr} data-empty-reason={found.reason}>
      {found.message}
    </PanelMessage>
  );
}
