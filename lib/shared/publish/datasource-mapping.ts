import type { GrafanaDatasource } from "./grafana-target";

/** How references of the console are written for one Grafana. */
export interface DatasourceMapping {
  /** By console uid, console name and explicit placeholder (`${DS_PROMETHEUS}`). */
  byReference: ReadonlyMap<string, GrafanaDatasource>;
  /** For panels that name no datasource, and for placeholders that are not mapped by themselves. */
  fallback: GrafanaDatasource | null;
  style: "name" | "object";
}

interface MappingSource {
  /** Of the target: console uid or placeholder -> uid in Grafana. */
  mapping: Record<string, string>;
  /** The tenant's default first. */
  console: readonly { uid: string; name: string }[];
  grafana: readonly GrafanaDatasource[];
  style: "name" | "object";
}

/**
 * Without an entry for the default datasource, Grafana's own default stands in for it if it is a Prometheus.
 * Throws nothing: what cannot be mapped shows as unresolved in the dashboards that use it.
 */
export function buildDatasourceMapping({
  mapping,
  console,
  grafana,
  style,
}: MappingSource): DatasourceMapping {
  const byReference = new Map<string, GrafanaDatasource>();
  const inGrafana = (uid: string | undefined) => grafana.find((source) => source.uid === uid);
  for (const [reference, uid] of Object.entries(mapping)) {
    const source = inGrafana(uid);
    if (source) byReference.set(placeholderName(reference) ?? reference, source);
  }
  const [standard] = console;
  const grafanaDefault = grafana.find(({ isDefault, type }) => isDefault && type === "prometheus");
  if (standard && mapping[standard.uid] === undefined && grafanaDefault)
    byReference.set(standard.uid, grafanaDefault);
  for (const { uid, name } of console) {
    const source = byReference.get(uid);
    if (source && !byReference.has(name.toLowerCase())) byReference.set(name.toLowerCase(), source);
  }
  const fallback =
    (standard && byReference.get(standard.uid)) ?? (standard ? null : (grafanaDefault ?? null));
  return { byReference, fallback, style };
}

/** The way back: references of that Grafana become those of the console; what the console does not know stays. */
export function reverseDatasourceMapping(
  { byReference }: DatasourceMapping,
  console: readonly { uid: string; name: string }[],
): DatasourceMapping {
  const back = new Map<string, GrafanaDatasource>();
  // The default comes last, so that it wins where several are written as the same one.
  for (const { uid, name } of console.toReversed()) {
    const source = byReference.get(uid);
    if (!source) continue;
    const own = { id: 0, uid, name, type: "prometheus", isDefault: false };
    back.set(source.uid, own).set(source.name.toLowerCase(), own);
  }
  return { byReference: back, fallback: null, style: "object" };
}

/** `DS_PROMETHEUS` for `${DS_PROMETHEUS}`, `$DS_PROMETHEUS`, `[[DS_PROMETHEUS]]`; undefined for anything else. */
export function placeholderName(reference: string): string | undefined {
  const match = /^(?:\$\{(\w+)(?::\w+)?\}|\$(\w+)|\[\[(\w+)\]\])$/.exec(reference);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}
