import { openGrafanaAddress } from "@/app/(console)/open-grafana-address";

export default async function GrafanaDashboardRoute({ params }: { params: Promise<{ uid: string }> }) {
  return openGrafanaAddress(params);
}
