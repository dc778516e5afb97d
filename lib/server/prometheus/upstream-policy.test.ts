import { expect, it, vi } from "vitest";
import { checkUpstreamUrl } from "@/lib/server/http/assert-upstream-url";
import { upstreamAllowlist } from "./upstream-policy";

vi.hoisted(() => {
  process.env.UPSTREAM_ALLOWLIST = "thanos.localhost";
  process.env.PROMETHEUS_URL = "http://127.0.0.1:9090/prometheus";
  process.env.GRAFANA_URL = "https://localhost";
});

it("lists the hosts allowed, and the installation's own servers each with its port alone", () => {
  for (const url of ["http://thanos.localhost:10902", "http://127.0.0.1:9090", "https://localhost/grafana"]) {
    expect(checkUpstreamUrl(url, upstreamAllowlist())).toBeInstanceOf(URL);
  }
  for (const url of [
    "http://127.0.0.1",
    "http://127.0.0.1:5432",
    "https://localhost:5432",
    "http://localhost",
  ]) {
    expect(() => checkUpstreamUrl(url, upstreamAllowlist()), url).toThrow(/own machine/);
  }
});
