import { describe, expect, it } from "vitest";
import { record, redo, startHistory, undo } from "./history";

describe("history", () => {
  it("goes back and forth, and a new change ends the way forth", () => {
    let history = record(record(startHistory("a"), "b", "to b"), "c", "to c");
    history = undo(history);
    expect(history.present).toMatchObject({ state: "b", label: "to b" });
    expect(redo(history).present.state).toBe("c");
    expect(redo(record(history, "d", "to d")).present.state).toBe("d");
    expect(undo(undo(undo(history))).present.state).toBe("a");
  });

  it("takes typing in one field as one step", () => {
    let history = startHistory("");
    for (const text of ["t", "ti", "tit"]) history = record(history, text, "Title", "title");
    history = record(history, "tit|description", "Description", "description");
    expect(undo(history).present.state).toBe("tit");
    expect(undo(undo(history)).present.state).toBe("");
  });

  it("ignores a change that changes nothing and keeps a bounded past", () => {
    let history = startHistory(-1);
    expect(record(history, -1, "none")).toBe(history);
    for (let index = 0; index < 500; index++) history = record(history, index, "count");
    expect(history.past).toHaveLength(200);
  });
});
