import type { PrometheusDatasource } from "@/lib/server/prometheus/datasource";
import type { GrafanaConnection } from "@/lib/server/publish/grafana/connection";
import { listGrafanaDatasources } from "@/lib/server/publish/grafana/list-datasources";
import type { AskedGrafana } from "@/lib/server/publish/grafana/query-datasource";
import { readOrg } from "@/lib/server/publish/grafana/read-org";
import { readGrafanaVersion } from "@/lib/server/publish/grafana/read-version";
import { buildDatasourceMapping, type DatasourceMapping } from "@/lib/shared/publish/datasource-mapping";
import type { GrafanaDatasource } from "@/lib/shared/publish/grafana-target";
import { usesObjectReferences } from "@/lib/shared/publish/grafana-version";
import { findScopeLeak } from "./prove-tenant-scope";

export interface GrafanaFacts {
  connection: GrafanaConnection;
  version: string;
  mapping: DatasourceMapping;
  /** Why a data source there may not be used for this tenant; asked once each. */
  leakOf(grafanaUid: string): Promise<string | null>;
}

/** What has to be known of a Grafana before any dashboard can be looked at. */
export async function readGrafana(
  connection: GrafanaConnection,
  target: { mapping: Record<string, string> },
  console: readonly PrometheusDatasource[],
): Promise<GrafanaFacts> {
  const version = await readGrafanaVersion(connection);
  await readOrg(connection);
  const grafana = await listGrafanaDatasources(connection);
  const style = usesObjectReferences(version) ? "object" : "name";
  const mapping = buildDatasourceMapping({ mapping: target.mapping, console, grafana, style });
  const leaks = new Map<string, Promise<string | null>>();
  const leakOf = (uid: string) => {
    const asked = leaks.get(uid) ?? findLeak({ connection, version }, uid, { mapping, console, grafana });
    leaks.set(uid, asked);
    return asked;
  };
  return { connection, version, mapping, leakOf };
}

interface Sources {
  mapping: DatasourceMapping;
  console: readonly PrometheusDatasource[];
  grafana: readonly GrafanaDatasource[];
}

/** The matchers of every console datasource that is written as this one; of the default one for placeholders. */
async function findLeak(
  asked: AskedGrafana,
  uid: string,
  { mapping, console, grafana }: Sources,
): Promise<string | null> {
  const source = grafana.find((candidate) => candidate.uid === uid);
  if (!source) return "The data source is gone from Grafana.";
  const mapped = console.filter((own) => mapping.byReference.get(own.uid)?.uid === uid);
  const meant = mapped.length > 0 ? mapped : console.slice(0, 1);
  for (const { matchers } of meant) {
    const leak = await findScopeLeak(asked, source, matchers);
    if (leak) return leak;
  }
  return null;
}
