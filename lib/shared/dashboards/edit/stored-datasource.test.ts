import { expect, it } from "vitest";
import { storedDatasource } from "./stored-datasource";

it("keeps the form that the document uses", () => {
  expect(storedDatasource("p", { type: "prometheus", uid: "a" }, 39)).toEqual({
    type: "prometheus",
    uid: "p",
  });
  expect(storedDatasource("${DS}", undefined, 39)).toEqual({ type: "prometheus", uid: "${DS}" });
  expect(storedDatasource("p", "Prometheus", 39)).toBe("p");
  expect(storedDatasource("p", null, 27)).toBe("p");
  expect(storedDatasource("", "Prometheus", 27)).toBeUndefined();
});
