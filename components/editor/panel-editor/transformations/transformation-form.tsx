"use client";

import { Autocomplete, TagsInput } from "@mantine/core";
import type { ReactNode } from "react";
import { getAt, removeAt, setAt } from "@/lib/shared/dashboards/edit/json-path";
import { readArray, readString } from "@/lib/shared/dashboards/read-json";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { OptionControl } from "../option-control";
import classes from "../panel-editor.module.css";
import { ConvertForm } from "./convert-form";
import { FilterValueForm } from "./filter-value-form";
import { GroupByForm } from "./group-by-form";
import { OrganizeForm } from "./organize-form";
import { shownFields } from "./shown-fields";
import type { TransformationField } from "./transformation-field";
import { TransformationJson } from "./transformation-json";
import type { TransformationKind } from "./transformation-kinds";

export interface TransformationFormProps {
  options: JsonObject;
  /** What the fields are called that come in. */
  fieldNames: readonly string[];
  onChange: (options: JsonObject) => void;
}

const ownForms: Record<string, (props: TransformationFormProps) => ReactNode> = {
  organize: OrganizeForm,
  groupBy: GroupByForm,
  filterByValue: FilterValueForm,
  convertFieldType: ConvertForm,
};

interface FormChoiceProps extends TransformationFormProps {
  id: string;
  kind: TransformationKind | undefined;
}

/** The settings of one transformation: a form of its own, fields from the table, or its JSON. */
export function TransformationForm({ id, kind, ...props }: FormChoiceProps) {
  const Own = ownForms[id];
  if (Own) return <Own {...props} />;
  if (!kind?.fields) return <TransformationJson {...props} />;
  if (kind.fields.length === 0) return <p className={classes.about}>{kind.about}</p>;
  return (
    <div className={classes.stepFields}>
      {shownFields(kind.fields, props.options).map((field) => (
        <FieldControl key={`${field.path.join(".")} ${field.label}`} field={field} {...props} />
      ))}
    </div>
  );
}

function FieldControl({
  field,
  options,
  fieldNames,
  onChange,
}: TransformationFormProps & { field: TransformationField }) {
  const value = getAt(options, field.path);
  const put = (next: Json | undefined) => {
    const changed = next === undefined ? removeAt(options, field.path) : setAt(options, field.path, next);
    if (isJsonObject(changed)) onChange(changed);
  };
  if (field.input === "fields") {
    return (
      <TagsInput
        label={field.label}
        data={[...fieldNames]}
        value={readArray(value).map(String)}
        onChange={put}
      />
    );
  }
  if (field.input === "field") {
    return (
      <Autocomplete label={field.label} data={[...fieldNames]} value={fieldText(value)} onChange={put} />
    );
  }
  return <OptionControl field={field} value={value} onChange={put} />;
}

/** Newer dashboards wrap the name of a field or a number. */
function fieldText(value: Json | undefined): string {
  const inner = isJsonObject(value) ? (getAt(value, ["matcher", "options"]) ?? value.fixed) : value;
  return readString(inner);
}
