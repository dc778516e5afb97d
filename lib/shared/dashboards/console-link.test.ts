import { expect, it } from "vitest";
import { consoleLink } from "./console-link";

it.each([
  ["/d/abc/node-exporter?var-node=a%20b&from=now-1h", "/t/acme/d/abc?var-node=a%20b&from=now-1h"],
  ["d/abc", "/t/acme/d/abc"],
  ["/graph/d/abc/x", "/t/acme/d/abc"],
  ["grafana/d/abc#row", "/t/acme/d/abc#row"],
  ["/dashboard/db/kafka-overview?orgId=1", "/t/acme/dashboards?query=kafka%20overview"],
  ["/dashboards?tag=a", "/t/acme/dashboards?tag=a"],
  ["/t/acme/d/abc", "/t/acme/d/abc"],
  ["https://grafana.example/d/abc", "https://grafana.example/d/abc"],
  ["/d-solo/abc/x?orgId=1&panelId=4&var-a=b%20c", "/t/acme/d/abc?orgId=1&var-a=b+c&viewPanel=4&kiosk=1"],
  ["/d-solo/abc", "/t/acme/d/abc?kiosk=1"],
  ["?viewPanel=3", "?viewPanel=3"],
  ["/alerting/list", "/alerting/list"],
  ["//evil.example/d/abc", "//evil.example/d/abc"],
])("%s leads to %s", (url, expected) => {
  expect(consoleLink(url, "acme")).toBe(expected);
});
