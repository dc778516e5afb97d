import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@/scripts/start/embedded-postgres.ts";

export interface TestServer {
  /** URL of an administrator, without a database name. */
  url: string;
  stop(): Promise<void>;
}

/** A throw-away Postgres; TEST_DATABASE_URL names a standing one to use instead. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), "panelsmith-test-"));
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, "data"),
    preferredPort: 0,
    logFile: join(folder, "postgres.log"),
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" },
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
