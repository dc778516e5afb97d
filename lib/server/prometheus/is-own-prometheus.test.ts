import { expect, it, vi } from "vitest";
import { isOwnPrometheus } from "./is-own-prometheus";

vi.hoisted(() => {
  process.env.PROMETHEUS_URL = "http://127.0.0.1:9090";
});

it("knows the installation's own Prometheus by every spelling", async () => {
  for (const host of ["127.0.0.1", "localhost", "localhost.", "[::1]", "127.8.8.8", "[::ffff:127.0.0.1]"]) {
    expect(await isOwnPrometheus(`http://${host}:9090/prefix`), host).toBe(true);
  }
});

it("takes no other server for it", async () => {
  for (const url of ["http://127.0.0.1:9091", "https://localhost", "http://10.1.2.30:9090"]) {
    expect(await isOwnPrometheus(url), url).toBe(false);
  }
});
