import { execFile } from "node:child_process";
import { chown } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

type Wrap = (command: string, args: string[]) => [string, string[]];

/** How a command is started so that Postgres, which refuses to be root, runs: as is, in a user namespace, or as another user. */
export interface PostgresRunner {
  wrap: Wrap;
  owner?: { uid: number; gid: number };
}

const namespaceIds = ["--user", "--map-user=1000", "--map-group=1000"];

/** Lets the other user go through folders of root's, such as a clone under /root; access(2) heeds it only with the fixup off. */
const throughFolders = [
  "--securebits=+no_setuid_fixup",
  "--inh-caps=+dac_override",
  "--ambient-caps=+dac_override",
];

function succeeds([command, args]: [string, string[]]): Promise<boolean> {
  return run(command, args).then(
    () => true,
    () => false,
  );
}

async function postgresUser(): Promise<{ uid: number; gid: number }> {
  if (!(await succeeds(["id", ["-u", "postgres"]]))) {
    await run("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  }
  return {
    uid: Number((await run("id", ["-u", "postgres"])).stdout),
    gid: Number((await run("id", ["-g", "postgres"])).stdout),
  };
}

async function mayRun(wrap: Wrap, postgres: string, dataDir: string): Promise<boolean> {
  return (await succeeds(wrap(postgres, ["--version"]))) && (await succeeds(wrap("test", ["-w", dataDir])));
}

async function asPostgresUser(postgres: string, dataDir: string): Promise<PostgresRunner | null> {
  const owner = await postgresUser();
  await chown(dataDir, owner.uid, owner.gid);
  const ids = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, "--clear-groups"];
  for (const flags of [ids, [...ids, ...throughFolders]]) {
    const wrap: Wrap = (command, args) => ["setpriv", [...flags, command, ...args]];
    if (await mayRun(wrap, postgres, dataDir)) return { wrap, owner };
  }
  return null;
}

/** A package installed without its scripts lacks the links to its libraries: then no user can run it. */
async function assertIsWhole(postgres: string): Promise<void> {
  await run(postgres, ["--version"]).catch((error: Error) => {
    const reason = error.message.trim().split("\n").at(-1);
    throw new Error(
      `Postgres does not run: ${reason}. Remove node_modules and start again, or set DATABASE_URL.`,
    );
  });
}

/** @throws Error with one sentence when Postgres cannot run here. */
export async function choosePostgresRunner(postgres: string, dataDir: string): Promise<PostgresRunner> {
  await assertIsWhole(postgres);
  if (process.getuid?.() !== 0) return { wrap: (command, args) => [command, args] };
  const inNamespace: Wrap = (command, args) => ["unshare", [...namespaceIds, command, ...args]];
  if (await mayRun(inNamespace, postgres, dataDir)) return { wrap: inNamespace };
  // Containers often forbid user namespaces; then a user of its own is the way.
  const asUser = await asPostgresUser(postgres, dataDir).catch(() => null);
  if (asUser) return asUser;
  throw new Error(
    `Postgres does not run as root, and no other user may enter ${dataDir}. Start as an ordinary user, put the clone where others may enter, or set DATABASE_URL.`,
  );
}
