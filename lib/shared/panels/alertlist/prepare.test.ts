import { expect, it } from "vitest";
import { sampleContext, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import { prepareAlertlist } from "./prepare";

const prepared = (raw: object) => prepareAlertlist(samplePanel({ type: "alertlist", ...raw }), sampleContext);

it("reads filters, states and order as lists of today write them", () => {
  const model = prepared({
    options: {
      maxItems: 5,
      sortOrder: 5,
      alertName: "Slow $env",
      stateFilter: { firing: true, pending: false },
      alertInstanceLabelFilter: '{job=~"api|web", env="$env", zone!="a\\"b"}',
    },
  });
  expect(model).toMatchObject({ name: "slow prod", maxItems: 5, sort: "newest" });
  expect([...model.states]).toEqual(["firing"]);
  expect(model.labels.map(({ label }) => label)).toEqual(["job", "env", "zone"]);
  const passes = (values: string[]) => model.labels.map((test, i) => test.passes(values[i] ?? ""));
  expect(passes(["web", "prod", "x"])).toEqual([true, true, true]);
  expect(passes(["webx", "dev", 'a"b'])).toEqual([false, false, false]);
});

it("reads lists of old, and shows all that is active when nothing is chosen", () => {
  const old = prepared({ limit: 7, sortOrder: 1, nameFilter: "disk", stateFilter: ["alerting"] });
  expect(old).toMatchObject({ maxItems: 7, sort: "name", name: "disk" });
  expect([...old.states]).toEqual(["firing"]);
  expect(prepared({}).states.size).toBe(2);
});
