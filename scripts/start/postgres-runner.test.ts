import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { choosePostgresRunner } from "./postgres-runner.ts";

const folder = await mkdtemp(join(tmpdir(), "panelsmith-runner-"));
afterAll(() => rm(folder, { recursive: true }));

it("says what is missing when Postgres itself cannot run", async () => {
  const broken = join(folder, "postgres");
  await writeFile(
    broken,
    "#!/bin/sh\necho 'libicui18n.so.60: cannot open shared object file' >&2\nexit 127\n",
  );
  await chmod(broken, 0o755);
  await expect(choosePostgresRunner(broken, folder)).rejects.toThrow(
    /libicui18n.so.60.*Remove node_modules and start again/,
  );
});
