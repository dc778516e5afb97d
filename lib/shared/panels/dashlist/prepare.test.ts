import { expect, it } from "vitest";
import { sampleContext, samplePanel } from "@/lib/shared/panels/testing/sample-panel";
import { prepareDashlist } from "./prepare";

const prepared = (raw: object) =>
  prepareDashlist(samplePanel({ type: "dashlist", ...raw }), {
    interpolate: (text) => sampleContext.interpolate(text.replace("${__url_time_range}", "from=1&to=2")),
  });

it("lists what is starred unless told otherwise", () => {
  expect(prepared({})).toEqual({ starred: true, search: null, headings: true, maxItems: 10, parameters: "" });
});

it("searches by text, tags and folder, with settings of all ages", () => {
  const options = {
    showStarred: false,
    showSearch: true,
    query: "$env",
    tags: ["a"],
    folderUID: "f",
    keepTime: true,
  };
  expect(prepared({ options })).toMatchObject({
    starred: false,
    search: { query: "prod", tags: ["a"], folder: "f" },
    parameters: "from=1&to=2",
  });
  expect(prepared({ search: true, starred: false, limit: 3, query: "x", headings: false })).toMatchObject({
    starred: false,
    search: { query: "x", folder: null },
    headings: false,
    maxItems: 3,
  });
});
