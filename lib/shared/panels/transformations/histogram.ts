import { readNumber } from "@/lib/shared/dashboards/read-json";
import { type Field, newField, newFrame } from "@/lib/shared/panels/fields/data-frame";
import { valueBuckets } from "@/lib/shared/panels/histogram/value-buckets";
import type { Transformer } from "./transformer";

/** How often values of which size occur: one row a bucket in which any lies. */
export const histogram: Transformer = (frames, options) => {
  const fields = frames.flatMap((frame) => frame.fields).filter(({ type }) => type === "number");
  const size = readNumber(options.bucketSize);
  const rule = { offset: readNumber(options.bucketOffset) ?? 0, ...(size ? { size } : {}) };
  const buckets = valueBuckets(
    fields.map(({ values }) => values),
    rule,
  );
  if (!buckets) return [];
  const { start, size: width, counts } = buckets;
  const used = [...(counts[0] ?? []).keys()].filter((place) => counts.some((one) => (one[place] ?? 0) > 0));
  const edge = (place: number) => rounded(start + place * width);
  const countFields = fields.map((field, i) => countField(field, used, counts[i] ?? []));
  return [
    newFrame({
      refId: frames[0]?.refId ?? "",
      shape: "table",
      fields: [
        edgeField("xMin", used.map(edge), fields),
        edgeField(
          "xMax",
          used.map((place) => edge(place) + width),
          fields,
        ),
        ...(options.combine === true ? combined(countFields) : countFields),
      ],
    }),
  ];
};

/** Steps of a size do not add up exactly. */
function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

function edgeField(name: string, values: number[], fields: Field[]): Field {
  const [options = { custom: {} }] = fields.map((field) => field.options).filter(({ unit }) => unit);
  return newField({ name, type: "number", values, options });
}

function countField(field: Field, used: number[], counts: number[]): Field {
  const { unit, ...options } = field.options;
  const kept = unit === "short" ? { unit } : {};
  return { ...field, options: { ...options, ...kept }, values: used.map((place) => counts[place] ?? 0) };
}

function combined([first, ...others]: Field[]): Field[] {
  if (!first) return [];
  const values = first.values.map((count, row) =>
    others.reduce((sum, { values: more }) => sum + Number(more[row]), Number(count)),
  );
  return [newField({ name: "count", type: "number", values, legendName: "Count", options: first.options })];
}
