import { describe, expect, it } from "vitest";
import { newField, newFrame } from "./data-frame";
import { fillTemplate } from "./field-template";

const host = newField({ name: "host", type: "string", values: ["a b", "c"] });
const value = newField({
  name: "Value",
  type: "number",
  values: [1, 2],
  labels: { job: "x", "k8s/app": "y" },
});
const frame = newFrame({ refId: "A", name: "cpu", shape: "table", fields: [host, value] });
const shown = { text: "2 ms", raw: 2, numeric: 2 };
const show = (field: object, one: unknown) => ({
  whole: field === value ? `${String(one)} s` : String(one),
  text: String(one),
  numeric: Number(one),
});
const fill = (text: string, encode?: (text: string) => string) =>
  fillTemplate(
    text,
    { field: value, frame, row: 0, value: shown, show },
    (rest) => rest.replaceAll("$env", "prod"),
    encode,
  );

describe("fillTemplate", () => {
  it.each([
    ["${__field.name} of ${__field.labels.job} in $env", "Value of x in prod"],
    ['${__field.labels["k8s/app"]}${__field.labels.none}', "y"],
    ["${__series.name} ${__data.refId}", "cpu A"],
    ['${__data.fields.host} ${__data.fields[0]} ${__data.fields["host"]}', "a b a b a b"],
    ["${__value.text} ${__value.raw} ${__value.numeric}", "2 ms 2 2"],
    [
      "${__value} ${__data.fields.Value} ${__data.fields[1].numeric} ${__data.fields.Value.text}",
      "2 ms 1 s 1 1",
    ],
    ["${__data.fields['host']:raw} ${__value.raw:queryparam}", "a b 2"],
    ["$__cell ${__cell} $__cell_0", "1 1 a b"],
    ["${__field.what} stays", "${__field.what} stays"],
    ["$__series_name ${__field_name}", "cpu Value"],
    ["no reference", "no reference"],
  ])("%s", (text, expected) => {
    expect(fill(text)).toBe(expected);
  });

  it("encodes what comes from data for addresses", () => {
    expect(fill("/d/x?var-host=${__data.fields.host}", encodeURIComponent)).toBe("/d/x?var-host=a%20b");
    const formats = "${__data.fields.host:percentencode} ${__data.fields.host:raw}";
    expect(fill(formats, encodeURIComponent)).toBe("a%20b a b");
    expect(fill(formats)).toBe("a%20b a b");
  });
});
