import { expect, it } from "vitest";
import { exporterOf } from "./exporter-of";

it("names the program that a metric comes from, unless something of it is there", () => {
  expect(exporterOf("node_cpu_seconds_total", ["up", "nodejs_heap_bytes"])).toBe("node_exporter");
  expect(exporterOf("node_cpu_seconds_total", ["node_load1"])).toBeNull();
  expect(exporterOf("celery_workers", [])).toBeNull();
  expect(exporterOf("constructor_x", [])).toBeNull();
});
