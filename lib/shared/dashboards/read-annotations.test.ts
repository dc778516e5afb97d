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
      { from: "08:00", to: "17:00", fromDayOfWeek: 5, toDayOfWeek: 5, timeZone: "utc" },
      { from: "", to: "", timeZone: "utc", cron: { expression: "0 3 * * *", lastsMs: 5_400_000 } },
    ]);
  });

  it("reads old and new spellings and leaves out what is not PromQL", () => {
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
    expect(readAnnotations({ annotations: [] })).toEqual([]);
  });
});
