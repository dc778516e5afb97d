import { expect, it } from "vitest";
import { noData, sampleContext, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import { prepareText } from "./prepare";

it("fills variables into texts of every age", () => {
  const now = samplePanel({ type: "text", options: { mode: "html", content: "<b>$env</b>" } });
  expect(prepareText(now, noData, sampleContext)).toMatchObject({
    mode: "html",
    content: "<b>prod</b>",
    empty: false,
  });
  const old = samplePanel({ type: "text", mode: "text", content: "# $env" });
  expect(prepareText(old, noData, sampleContext)).toMatchObject({ mode: "markdown", content: "# prod" });
  expect(prepareText(samplePanel({ type: "text" }), noData, sampleContext).empty).toBe(true);
});
