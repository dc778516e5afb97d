"use client";

import { useMantineStyleNonce } from "@mantine/core";
import { tenantApi } from "@/lib/client/api-client";
import type { PanelItem } from "@/lib/client/dashboards/arrange-grid";
import { needsData } from "@/lib/client/dashboards/panel-state";
import type { PageQuestion } from "@/lib/client/prometheus/page-question";
import { usePanelDataStore } from "@/lib/client/prometheus/panel-data-provider";
import { usedVariables } from "@/lib/client/prometheus/used-variables";
import { type DashboardRuntime, useDashboardRuntime } from "./dashboard-runtime";

/**
 * Runs while the page is still being read: measures the frames of the panels as they stand in the markup and asks for
 * those in view; `takeEarlyBatch` hands the answer on. It measures and rounds as PanelFrame does.
 */
const script = `(q=>{const panels=[];
for(const panel of document.querySelectorAll("[data-panel-key]")){
const key=panel.dataset.panelKey,need=q.panels[key];if(!need)continue;
const{top,bottom}=panel.getBoundingClientRect();if(top>innerHeight+300||bottom<-300)continue;
const{width}=panel.querySelector("[data-panel-body]").getBoundingClientRect();if(!width)continue;
panels.push({panelId:need.id,key,maxDataPoints:Math.min(11000,Math.max(1,Math.round(need.most??width))),scopedVariables:need.scoped})}
if(!panels.length)return;
const left=new AbortController,request={...q.request,panels};
if(q.ownZone)request.timeZone=Intl.DateTimeFormat().resolvedOptions().timeZone;
const answer=fetch(q.url,{method:"POST",headers:{"content-type":"application/json"},body:JSON.stringify(request),signal:left.signal});
answer.catch(()=>0);
window.panelsmithEarly={url:q.url,request,answer,leave:()=>left.abort()}})`;

/** Asks for the panels in view before the code of the page is there. In the browser it is nothing. */
export function EarlyBatch({ items }: { items: readonly PanelItem[] }) {
  const runtime = useDashboardRuntime();
  const { question } = usePanelDataStore();
  const nonce = useMantineStyleNonce()?.();
  const __html = typeof window === "undefined" ? markup(earlyQuestion(items, runtime, question), nonce) : "";
  return <div hidden suppressHydrationWarning {...{ dangerouslySetInnerHTML: { __html } }} />;
}

function earlyQuestion(
  items: readonly PanelItem[],
  { dashboard, timeZone }: DashboardRuntime,
  { tenant, dashboardUid, range, variables, timeZone: zone, pending = [] }: PageQuestion,
) {
  const ready = items.filter(({ panel, scopedVariables }) => {
    const uses = usedVariables(panel, dashboard.variables, scopedVariables);
    return needsData(panel) && !uses.some((name) => pending.includes(name));
  });
  return {
    url: tenantApi(tenant, "panels/query"),
    ownZone: timeZone === "" || timeZone === "browser",
    request: { dashboardUid, ...range, variables, timeZone: zone },
    panels: Object.fromEntries(
      ready.map(({ key, panel, scopedVariables: scoped }) => [
        key,
        { id: panel.id, most: panel.maxDataPoints, scoped },
      ]),
    ),
  };
}

/** Values out of the address stand in it, so nothing may end the script. */
function markup(question: object, nonce: string | undefined): string {
  const data = JSON.stringify(question).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `<script nonce="${nonce ?? ""}">${script}(${data})</script>`;
}
