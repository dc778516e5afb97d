import { describe, expect, it } from "vitest";
import { organizedColumns, organizeOptions } from "./transformations";

describe("organize", () => {
  const options = {
    excludeByName: { Time: true, gone: true },
    indexByName: { job: 0, Value: 1 },
    renameByName: { Value: "Requests" },
    kept: { unknown: 1 },
  };
  const names = ["Time", "Value", "job"];

  it("lists the columns as it leaves them, hidden ones too", () => {
    expect(organizedColumns(options, names)).toEqual([
      { name: "job", shown: true, newName: "" },
      { name: "Value", shown: true, newName: "Requests" },
      { name: "Time", shown: false, newName: "" },
    ]);
  });

  it("keeps what it says of columns that are not there, and all that is not known", () => {
    const columns = organizedColumns(options, names).map((column) =>
      column.name === "Time" ? { ...column, shown: true, newName: "At" } : column,
    );
    expect(organizeOptions(options, columns)).toEqual({
      excludeByName: { gone: true },
      indexByName: { job: 0, Value: 1, Time: 2 },
      renameByName: { Value: "Requests", Time: "At" },
      kept: { unknown: 1 },
    });
  });

  it("hides by leaving out where columns are named one by one", () => {
    const including = { includeByName: { job: true, Value: true } };
    const columns = organizedColumns(including, names);
    expect(columns.find(({ name }) => name === "Time")?.shown).toBe(false);
    const next = organizeOptions(
      including,
      columns.map((column) => (column.name === "job" ? { ...column, shown: false } : column)),
    );
    expect(next.includeByName).toEqual({ Value: true });
    expect(organizedColumns(next, names).filter(({ shown }) => shown)).toMatchObject([{ name: "Value" }]);
  });
});
