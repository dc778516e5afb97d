import { describe, expect, it } from "vitest";
import type { Json } from "@/lib/shared/json";
import { readAnnotations } from "./read-annotations";

describe("readAnnotations", () => {
  it("reads stretches of the week", () => {
    const timeRegion = { from: "08:00", to: "17:00", fromDayOfWeek: 5, timezone: "utc" };
    const cron = { mode: "cron", cronExpr: "0 3 * * *", duration: "1h30m", timezone: "utc" };
    const list: Json[] = [
      { name: "Office", enable: true, target: { queryType: "timeRegions", timeRegion } },
      { name: "Backup", target: { queryType: "timeRegions", timeRegion: cron } },
    ];
    expect(readAnnotations({ annotations: { list } }).map(({ region }) => region)).toEqual([
      undefined,
      { from: "08:00", to: "17:00", fromDayOfWeek: 5, toDayOfWeek: 5, timeZone: "utc" },
      { from: "", to: "", timeZone: "utc", cron: { expression: "0 3 * * *", lastsMs: 5_400_000 } },
    ]);
  });

  it("reads old and new spellings and leaves out other kinds of datasource", () => {
    const list: Json[] = [
      {
        builtIn: 1,
        name: "Annotations & Alerts",
        datasource: "-- Grafana --",
        enable: true,
        type: "dashboard",
      },
      {
        name: "alerts",
        enable: true,
        iconColor: "dark-red",
        datasource: { uid: "$ds" },
        expr: "ALERTS",
        tagKeys: "job, severity",
        useValueForTime: "on",
        filter: { exclude: true, ids: [1, "2", "x"] },
      },
      { name: "deploys", hide: true, target: { expr: "changes(x[5m])", interval: "30s", refId: "A" } },
      { name: "alerts", expr: "twice" },
      null,
      { name: "odd", expr: 5, filter: "x" },
    ];
    expect(readAnnotations({ annotations: { list } })).toMatchObject([
      { name: "Annotations & Alerts", stored: { by: "dashboard" } },
      {
        name: "alerts",
        enabled: true,
        color: "dark-red",
        datasource: { uid: "$ds" },
        step: "60s",
        tagKeys: ["job", "severity"],
        valueIsTime: true,
        panels: { exclude: true, ids: [1, 2] },
      },
      { name: "deploys", enabled: false, hidden: true, expr: "changes(x[5m])", step: "30s", panels: null },
      { name: "odd", expr: "5" },
    ]);
  });

  it("reads what is asked of Grafana's own store, which every dashboard asks", () => {
    const own = { type: "tags", tags: ["deploy", "$env", 5], matchAny: true, limit: 5_000 };
    const list: Json[] = [
      { name: "new", datasource: { type: "grafana", uid: "-- Grafana --" }, target: own },
      { name: "old", datasource: "-- Grafana --", enable: true, ...own, limit: 10.5 },
      { name: "logs", datasource: { type: "loki" }, enable: true, ...own },
    ];
    expect(readAnnotations({ annotations: { list } }).map(({ name, stored }) => ({ name, stored }))).toEqual([
      { name: "Annotations & Alerts", stored: { by: "dashboard", tags: [], matchAny: false, limit: 100 } },
      { name: "new", stored: { by: "tags", tags: ["deploy", "$env"], matchAny: true, limit: 1_000 } },
      { name: "old", stored: { by: "tags", tags: ["deploy", "$env"], matchAny: true, limit: 10 } },
    ]);
    const implicit = {
      name: "Annotations & Alerts",
      enabled: true,
      hidden: true,
      color: "rgba(0, 211, 255, 1)",
    };
    expect(readAnnotations({ annotations: [] })).toMatchObject([implicit]);
    const off: Json[] = [
      { builtIn: 1, name: "Annotations & Alerts", datasource: "-- Grafana --", enable: false },
    ];
    expect(readAnnotations({ annotations: { list: off } })).toMatchObject([{ enabled: false }]);
  });
});
