import { describe, expect, it } from "vitest";
import { ownAlerts, ownMetadata, ownRules } from "./own-part";

const matchers = { tenant_id: "a" };
const datasource = { url: "http://prometheus:9090", headers: {}, matchers };
const alert = (labels: Record<string, string>) => ({ labels, state: "firing", annotations: {} });

describe("the tenant's part of an answer", () => {
  it("is the alerts that carry its matchers", () => {
    const data = {
      alerts: [alert({ tenant_id: "a" }), alert({ tenant_id: "b" }), alert({}), alert({ tenant_id: "ab" })],
    };
    expect(ownAlerts(data, matchers)).toEqual({ alerts: [alert({ tenant_id: "a" })] });
    expect(ownAlerts(data, { tenant_id: ["a", "ab"] })).toEqual({
      alerts: [alert({ tenant_id: "a" }), alert({ tenant_id: "ab" })],
    });
    expect(ownAlerts({ alerts: "odd" }, matchers)).toEqual({ alerts: [] });
    expect(ownAlerts(data, { ...matchers, zone: "1" })).toEqual({ alerts: [] });
    expect(ownAlerts({ alerts: [alert({})] }, { constructor: "a" })).toEqual({ alerts: [] });
  });

  it("is the rules that carry them, with their own alerts, and nothing of files or addresses", async () => {
    const own = {
      name: "Own",
      labels: { tenant_id: "a" },
      query: "up",
      alerts: [alert({ tenant_id: "b" }), alert({ tenant_id: "a" })],
      lastError: 'of http://ruler:9090/x: {tenant_id="b"} twice',
    };
    const shared = {
      name: "Shared",
      labels: {},
      query: 'up{tenant_id="b"}',
      alerts: [alert({ tenant_id: "a" })],
    };
    const data = {
      groups: [
        { name: "g", file: "/etc/secret.yml", rules: [own, shared] },
        { name: "empty", file: "/x", rules: [shared, { name: "record", query: "up" }] },
      ],
    };
    const rule = {
      ...own,
      alerts: [alert({ tenant_id: "a" })],
      lastError: 'of [upstream] {tenant_id="[another]"} twice',
    };
    expect(await ownRules(data, datasource)).toEqual({ groups: [{ name: "g", file: "", rules: [rule] }] });
  });

  it("hands on no alerts of an odd shape", async () => {
    const rule = (alerts: unknown) => ({ labels: { tenant_id: "a" }, alerts });
    const data = {
      groups: [{ rules: [rule(["odd"]), rule("odd"), rule([]), { labels: { tenant_id: "a" } }] }],
    };
    expect(JSON.stringify(await ownRules(data, datasource))).not.toContain("odd");
  });

  it("is the metadata of metrics that it has", async () => {
    const data = { up: [1], other: [2], latency_seconds: [3] };
    expect(await ownMetadata(data, ["up", "latency_seconds_bucket", 7])).toEqual({
      up: [1],
      latency_seconds: [3],
    });
    expect(await ownMetadata([], ["up"])).toEqual({});
    const odd = JSON.parse('{"__proto__":[{"help":"a"}],"constructor":[1]}');
    expect(JSON.stringify(await ownMetadata(odd, ["__proto__", "constructor", "toString"]))).toBe(
      JSON.stringify(odd),
    );
  });
});
