import { type DataFrame, newField, newFrame } from "@/lib/shared/panels/fields/data-frame";

/** Frames that tests of transformations work on. */
export function sampleSeries(
  refId: string,
  labels: Record<string, string>,
  values: (number | null)[],
  times = [1000, 2000, 3000],
): DataFrame {
  const legendName = Object.values(labels).join("/");
  return newFrame({
    refId,
    name: legendName,
    shape: "series",
    fields: [
      newField({ name: "Time", type: "time", values: times }),
      newField({ name: "Value", type: "number", values, labels, legendName }),
    ],
  });
}

export function sampleTable(refId: string, columns: Record<string, unknown[]>): DataFrame {
  const fields = Object.entries(columns).map(([name, values]) =>
    newField({
      name,
      type: name === "Time" ? "time" : typeof values[0] === "number" ? "number" : "string",
      values,
    }),
  );
  return newFrame({ refId, shape: "table", fields });
}

/** Two instant queries in table form, as Prometheus answers them. */
export const cpu = sampleTable("A", {
  Time: [5, 5, 5],
  pod: ["a", "b", "c"],
  node: ["n1", "n1", "n2"],
  "Value #A": [3, 1, 2],
});
export const memory = sampleTable("B", { Time: [5, 5, 5], pod: ["b", "a", "d"], "Value #B": [20, 10, 40] });
export const many = [
  sampleSeries("A", { job: "x", zone: "1" }, [1, null, 5]),
  sampleSeries("A", { job: "y", zone: "2" }, [2, 4, 6]),
];
