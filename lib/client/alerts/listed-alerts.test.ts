import { expect, it } from "vitest";
import type { AlertlistModel } from "@/lib/shared/panels/alertlist/prepare";
import { listedAlerts } from "./listed-alerts";
import type { ActiveAlert } from "./read-alerts";

const alert = (name: string, state: ActiveAlert["state"], sinceMs: number, job: string): ActiveAlert => ({
  key: `${name} ${job}`,
  identity: `${name} ${job}`,
  name,
  state,
  severity: "warning",
  labels: { job },
  sinceMs,
});
const alerts = [
  alert("Slow", "firing", 3, "api"),
  alert("Down", "firing", 1, "db"),
  alert("Full", "pending", 2, "api"),
];
const model: AlertlistModel = {
  name: "",
  labels: [],
  states: new Set(["firing", "pending"]),
  maxItems: 10,
  sort: "importance",
  countOnly: false,
  groupBy: null,
};
const names = (change: Partial<AlertlistModel>) =>
  listedAlerts(alerts, { ...model, ...change }).shown.map(({ title }) => title);

it("keeps what fits, in the order asked for", () => {
  expect(names({})).toEqual(["Slow", "Down", "Full"]);
  expect(names({ sort: "name" })).toEqual(["Down", "Full", "Slow"]);
  expect(names({ sort: "newest" })).toEqual(["Slow", "Full", "Down"]);
  expect(names({ states: new Set(["pending"]) })).toEqual(["Full"]);
  expect(names({ name: "ow" })).toEqual(["Slow", "Down"]);
  expect(names({ labels: [{ label: "job", passes: (value) => value === "api" }] })).toEqual(["Slow", "Full"]);
  expect(listedAlerts(alerts, { ...model, maxItems: 1 })).toMatchObject({
    shown: [{ title: "Slow" }],
    more: 2,
  });
});

it("puts alerts of a rule together, or those of the same labels", () => {
  const twice = [...alerts, alert("Slow", "pending", 1, "db")];
  const groups = (groupBy: string[] | null) =>
    listedAlerts(twice, { ...model, groupBy }).shown.map(({ title, alerts: members, sinceMs }) => [
      title,
      members.length,
      sinceMs,
    ]);
  expect(groups(null)).toEqual([
    ["Slow", 2, 1],
    ["Down", 1, 1],
    ["Full", 1, 2],
  ]);
  expect(groups(["job", "team"])).toEqual([
    ["job=api", 2, 2],
    ["job=db", 2, 1],
  ]);
  expect(groups(["team"])).toEqual([["No group", 4, 1]]);
});
