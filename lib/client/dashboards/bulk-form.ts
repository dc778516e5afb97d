import { BulkChange } from "@/lib/shared/dashboards/bulk/bulk-change";

/** The fields of the form for every kind of change, as typed. */
export interface BulkForm {
  kind: BulkChange["kind"];
  from: string;
  to: string;
  family: boolean;
  /** Unit, decimals, description, refresh or tag. */
  value: string;
  title: string;
  type: string;
  metric: string;
}

export const emptyBulkForm: BulkForm = {
  kind: "renameMetric",
  from: "",
  to: "",
  family: false,
  value: "",
  title: "",
  type: "",
  metric: "",
};

export const bulkKinds: { value: BulkChange["kind"]; label: string }[] = [
  { value: "renameMetric", label: "Rename a metric" },
  { value: "renameLabel", label: "Rename a label" },
  { value: "replaceDatasource", label: "Replace a datasource" },
  { value: "setUnit", label: "Set the unit of panels" },
  { value: "setDecimals", label: "Set the decimals of panels" },
  { value: "setDescription", label: "Set the description of panels" },
  { value: "setRefresh", label: "Set the refresh" },
  { value: "addTag", label: "Add a tag" },
  { value: "removeTag", label: "Remove a tag" },
];

/** The change of a form, or what is wrong with its fields, by field. */
export function toBulkChange(
  form: BulkForm,
): { change: BulkChange } | { problems: Partial<Record<keyof BulkForm, string>> } {
  const parsed = BulkChange.safeParse(changeOf(form));
  if (
    parsed.success &&
    !("from" in parsed.data && "to" in parsed.data && parsed.data.from === parsed.data.to)
  )
    return { change: parsed.data };
  if (parsed.success) return { problems: { to: "This is the same name." } };
  const problems: Partial<Record<keyof BulkForm, string>> = {};
  for (const { path, message } of parsed.error.issues) {
    const field = fieldOf(String(path[0] ?? ""));
    problems[field] ??= message;
  }
  return { problems };
}

function fieldOf(key: string): keyof BulkForm {
  return key === "from" || key === "to" ? key : "value";
}

function changeOf({ kind, from, to, family, value, title, type, metric }: BulkForm): object {
  const where = Object.fromEntries(
    Object.entries({ title, type, metric }).filter(([, text]) => text.trim() !== ""),
  );
  switch (kind) {
    case "renameMetric":
      return { kind, from, to, family };
    case "renameLabel":
    case "replaceDatasource":
      return { kind, from, to };
    case "setUnit":
      return { kind, unit: value, where };
    case "setDecimals":
      return { kind, decimals: value.trim() === "" ? undefined : Number(value), where };
    case "setDescription":
      return { kind, description: value, where };
    case "setRefresh":
      return { kind, refresh: value };
    case "addTag":
    case "removeTag":
      return { kind, tag: value };
  }
}

/** A change back in the fields, for an address that names one. */
export function toBulkForm(change: BulkChange | null): BulkForm {
  if (!change) return emptyBulkForm;
  const where = "where" in change ? change.where : {};
  return {
    kind: change.kind,
    from: "from" in change ? change.from : "",
    to: "to" in change ? change.to : "",
    family: change.kind === "renameMetric" && change.family,
    value: typedValue(change),
    title: where.title ?? "",
    type: where.type ?? "",
    metric: where.metric ?? "",
  };
}

function typedValue(change: BulkChange): string {
  if ("unit" in change) return change.unit;
  if ("decimals" in change) return String(change.decimals);
  if ("description" in change) return change.description;
  if ("refresh" in change) return change.refresh;
  return "tag" in change ? change.tag : "";
}
