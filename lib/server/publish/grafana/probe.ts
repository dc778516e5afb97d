import { AppError } from "@/lib/shared/errors";
import type { TargetCheck, TargetTest } from "@/lib/shared/publish/grafana-target";
import type { GrafanaConnection } from "./connection";
import { findFolderByTitle } from "./folders";
import { listGrafanaDatasources } from "./list-datasources";
import { maySaveDashboards } from "./may-save";
import { readOrg } from "./read-org";
import { readGrafanaVersion } from "./read-version";

export interface ProbeWanted {
  folder: string | null;
  /** Uids of data sources that the mapping names. */
  datasourceUids: string[];
}

/** Looks at everything that publishing will need, in order, and stops where the rest cannot work. Writes nothing. */
export async function probeGrafana(connection: GrafanaConnection, wanted: ProbeWanted): Promise<TargetTest> {
  const checks: TargetCheck[] = [];
  const test: TargetTest = { ok: false, version: null, org: null, datasources: [], checks };
  const step = async (name: TargetCheck["name"], run: () => Promise<Omit<TargetCheck, "name">>) => {
    const result = await run().catch((error) => ({ state: "failed" as const, message: messageOf(error) }));
    checks.push({ name, ...result });
    return result.state !== "failed";
  };
  const reached = await step("server", async () => {
    test.version = (await readGrafanaVersion(connection)) || null;
    return {
      state: "ok",
      message: test.version ? `Grafana ${test.version}` : "Grafana, which hides its version",
    };
  });
  if (!reached) return test;
  const signedIn = await step("credentials", async () => {
    test.org = await readOrg(connection);
    return checkOrg(connection, test.org);
  });
  if (!signedIn) return test;
  await step("dashboards", () => checkDashboards(connection));
  await step("folder", () => checkFolder(connection, wanted.folder));
  await step("datasources", async () => {
    test.datasources = await listGrafanaDatasources(connection);
    return checkDatasources(wanted.datasourceUids, test.datasources);
  });
  test.ok = checks.every(({ state }) => state !== "failed");
  return test;
}

type Result = Omit<TargetCheck, "name">;

function checkOrg(connection: GrafanaConnection, org: { id: number; name: string }): Result {
  if (connection.orgId === undefined || connection.orgId === org.id) {
    return { state: "ok", message: `Accepted, in organization ${org.id} (${org.name})` };
  }
  const why =
    connection.credentials.kind === "token"
      ? "a token belongs to one organization. Make one in the other"
      : "this user may not enter the other";
  return {
    state: "failed",
    message: `The credentials act in organization ${org.id} (${org.name}), not ${connection.orgId}: ${why}.`,
  };
}

async function checkDashboards(connection: GrafanaConnection): Promise<Result> {
  const may = await maySaveDashboards(connection);
  if (may === true) return { state: "ok", message: "May save dashboards" };
  if (may === null)
    return { state: "unknown", message: "Grafana does not tell whether these credentials may save" };
  return {
    state: "failed",
    message: "These credentials may only read. Give the service account (or API key) the role Editor.",
  };
}

async function checkFolder(connection: GrafanaConnection, title: string | null): Promise<Result> {
  if (!title) return { state: "ok", message: "Dashboards go to General, or to folders named as here" };
  const folder = await findFolderByTitle(connection, title);
  if (!folder) return { state: "ok", message: `Folder “${title}” will be made with the first publish` };
  if (folder.canSave === false) {
    return {
      state: "failed",
      message: `No permission to save in folder “${title}”. Give the credentials Edit on it.`,
    };
  }
  return { state: "ok", message: `May save in folder “${title}”` };
}

function checkDatasources(wantedUids: string[], present: TargetTest["datasources"]): Result {
  const missing = wantedUids.filter((uid) => !present.some((source) => source.uid === uid));
  if (missing.length > 0) {
    return {
      state: "failed",
      message: `The mapping names data sources that are not there: ${missing.join(", ")}.`,
    };
  }
  const prometheus = present.filter(({ type }) => type === "prometheus").length;
  if (prometheus === 0)
    return { state: "failed", message: "No Prometheus data source there. Add one in Grafana." };
  return {
    state: "ok",
    message: prometheus === 1 ? "1 Prometheus data source" : `${prometheus} Prometheus data sources`,
  };
}

function messageOf(error: unknown): string {
  return error instanceof AppError ? error.message : "The check could not be made.";
}
