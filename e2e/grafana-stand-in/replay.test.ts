import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createReplay, type Exchange } from "./replay.ts";
import { type GrafanaStandIn, startGrafanaStandIn } from "./start-grafana-stand-in.ts";
import type { StandInOptions } from "./types.ts";

const file = resolve(import.meta.dirname, "../../../shared/contract/recordings-7.5.5.json");
const exchanges: Exchange[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];

const prometheus = { name: "Prometheus", url: "http://127.0.0.1:1", isDefault: true };
const instances: Record<string, StandInOptions> = {
  "main-3300": { datasources: [{ ...prometheus, uid: "9k1h7WROk" }] },
  "provisioned-3301": {
    datasources: [
      { ...prometheus, uid: "prom-provisioned", readOnly: true },
      { name: "Editable Prom", uid: "prom-editable", url: "http://127.0.0.1:1" },
    ],
  },
  "3301-quota": { dashboardQuota: 0 },
  "3301-anonymous": { anonymous: "Viewer" },
  "3301-subpath": { subPath: "/grafana" },
  "3301-no-basic": { basicAuth: false },
  "3301-key-ttl": { keySecondsLimit: 3600 },
};

describe.skipIf(exchanges.length === 0)("stand-in against the recorded Grafana 7.5.5", () => {
  const servers: GrafanaStandIn[] = [];
  let compared = 0;
  let unmodelled = 0;
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
    const rest = exchanges.length - compared - unmodelled;
    console.info(
      `${compared} of ${exchanges.length} recorded exchanges compared; ${unmodelled} on its routes are not modelled; ${rest} are on other routes`,
    );
  });

  for (const [instance, options] of Object.entries(instances)) {
    it(`answers as ${instance} did`, { timeout: 60_000 }, async () => {
      const server = await startGrafanaStandIn(options);
      servers.push(server);
      const replay = createReplay(server);
      const differences: string[] = [];
      for (const exchange of exchanges.filter((candidate) => candidate.instance === instance)) {
        const outcome = await replay(exchange);
        if (outcome === "unmodelled") unmodelled += 1;
        else if (outcome !== "other route") {
          compared += 1;
          differences.push(...outcome.map((difference) => `${exchange.name}: ${difference}`));
        }
      }
      expect(differences).toEqual([]);
    });
  }
});

describe.runIf(exchanges.length === 0)("stand-in against the recorded Grafana 7.5.5", () => {
  it.skip("has no recordings here (../shared/contract/recordings-7.5.5.json)", () => undefined);
});
