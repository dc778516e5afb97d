import type { DatasourceRef } from "@/lib/shared/dashboards/reading-model";

/** The datasource as the gateway is asked for it; what is not named or not filled in is the tenant's default. */
export function askedDatasource(ref: DatasourceRef | null, interpolate: (text: string) => string): string {
  const uid = interpolate(ref?.uid ?? "");
  return uid === "" || uid.includes("$") ? "default" : uid;
}
