import type { Server } from "node:http";
import { StateFile } from "./overlay/state-file.ts";
import { Exporter } from "./server/exporter.ts";
import { exporterServer } from "./server/http-server.ts";
import { DEFAULT_BASE_PORT, DEFAULT_HOST, DEFAULT_SEED, portOf, SYSTEMS, type System } from "./systems.ts";

export interface ExporterSettings {
  host?: string;
  /** The five systems listen on this port and the four after it. 0: each on a free port. */
  basePort?: number;
  seed?: number;
  /** Keeps what load and faults added to counters. */
  stateFile?: string | undefined;
}

export interface RunningExporters {
  ports: Record<System, number>;
  close(): Promise<void>;
}

/** One HTTP server a system. Rejects with a plain sentence when a port is taken, and leaves nothing open. */
export async function startExporters(settings: ExporterSettings = {}): Promise<RunningExporters> {
  const { host = DEFAULT_HOST, basePort = DEFAULT_BASE_PORT, seed = DEFAULT_SEED, stateFile } = settings;
  const states = new StateFile(stateFile);
  const servers = new Map<System, Server>();
  const close = async () => {
    await Promise.all([...servers.values()].map(closed));
  };
  try {
    for (const system of SYSTEMS) {
      const server = exporterServer(new Exporter(system, seed, states));
      await listening(server, host, basePort === 0 ? 0 : portOf(system, basePort), system);
      servers.set(system, server);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { ports: portsOf(servers), close };
}

function portsOf(servers: ReadonlyMap<System, Server>): Record<System, number> {
  const portNow = (system: System): number => {
    const address = servers.get(system)?.address();
    return typeof address === "object" && address ? address.port : 0;
  };
  return {
    codeconductor: portNow("codeconductor"),
    "ml-training": portNow("ml-training"),
    automation: portNow("automation"),
    maestro: portNow("maestro"),
    bookmarkai: portNow("bookmarkai"),
  };
}

function listening(server: Server, host: string, port: number, system: System): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new Error(
              `Port ${port} for the ${system} exporter is taken. Stop what uses it or set EXPORTER_BASE_PORT.`,
            )
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
