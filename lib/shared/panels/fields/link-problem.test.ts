import { expect, it } from "vitest";
import { linkProblem } from "./link-problem";

it("says of addresses that are not opened what to write", () => {
  for (const address of [
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "data:text/html,x",
    "file:///etc",
    "http://",
  ])
    expect(linkProblem("", address), address).toMatch(/Begin it with/);
});

it("asks for an address once there is a title", () => {
  expect(linkProblem("Runbook", " ")).toMatch(/Write an address/);
  expect(linkProblem("", "")).toBeNull();
});

it("lets pass what is opened, and what variables fill in", () => {
  for (const address of [
    "https://wiki.example.org/x",
    "/d/uid?var-job=${job}",
    "d/uid",
    "mailto:a@b.example",
  ])
    expect(linkProblem("x", address), address).toBeNull();
  for (const address of ["${base}/x", "$base/x", "[[base]]/x"])
    expect(linkProblem("x", address), address).toBeNull();
});
