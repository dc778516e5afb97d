import { describe, expect, it } from "vitest";
import { askedPanel, draftQuestion, withReadable } from "./draft-question";

const panel = {
  id: 1,
  type: "timeseries",
  title: "Requests",
  datasource: { uid: "p" },
  options: { legend: {} },
  targets: [{ refId: "A", expr: "up", legendFormat: "{{job}}", hide: false }],
};

describe("draftQuestion", () => {
  it("leaves out what changes only the looks", () => {
    expect(draftQuestion(panel)).toEqual({
      id: 1,
      type: "timeseries",
      datasource: { uid: "p" },
      targets: [{ refId: "A", expr: "up", hide: false }],
    });
    expect(draftQuestion({ ...panel, title: "Other", options: {} })).toEqual(draftQuestion(panel));
  });
});

describe("askedPanel", () => {
  it("asks as the panel that it leans on, and draws as itself", () => {
    const leaning = { id: 2, type: "gauge", datasource: "-- Dashboard --", targets: [{ panelId: 1 }] };
    expect(askedPanel({ raw: leaning })).toBe(leaning);
    const asked = askedPanel({ raw: leaning, sharedFrom: { id: 1, title: "", raw: panel } });
    expect(draftQuestion(asked)).toEqual({ ...draftQuestion(panel), id: 2, type: "gauge" });
  });
});

describe("withReadable", () => {
  const isReadable = (expr: string) => !/[+(]$/.test(expr);
  const asked = (expr: string) => draftQuestion({ targets: [{ refId: "A", expr }] });

  it("asks the last expression that could be read while another is typed", () => {
    const readable = new Map<string, string>();
    withReadable(asked("rate(up[5m])"), readable, isReadable);
    expect(withReadable(asked("rate(up[5m]) +"), readable, isReadable)).toEqual(asked("rate(up[5m])"));
    expect(withReadable(asked("rate(up[$__rate_interval])"), readable, isReadable)).toEqual(
      asked("rate(up[$__rate_interval])"),
    );
    expect(withReadable(asked(""), readable, isReadable)).toEqual(asked(""));
  });

  it("asks an expression that never could be read as it is, for the server to say why", () => {
    expect(withReadable(asked("sum("), new Map(), isReadable)).toEqual(asked("sum("));
  });
});
