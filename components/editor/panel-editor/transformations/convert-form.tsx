"use client";

import { Select } from "@mantine/core";
import { readString } from "@/lib/shared/dashboards/read-json";
import { choices } from "../options/option-field";
import { FieldRows } from "./field-rows";
import type { TransformationFormProps } from "./transformation-form";

const types = choices(["number", "Number"], ["string", "Text"], ["time", "Time"], ["boolean", "Yes or no"]);

/** Columns with the type that they are read as. */
export function ConvertForm({ options, fieldNames, onChange }: TransformationFormProps) {
  return (
    <FieldRows
      noun="conversion"
      rows={options.conversions}
      fieldKey="targetField"
      fieldNames={fieldNames}
      addLabel="Add field"
      start={{ targetField: fieldNames[0] ?? "", destinationType: "number" }}
      onChange={(conversions) => onChange({ ...options, conversions })}
    >
      {(conversion, name, change) => (
        <Select
          w={140}
          aria-label={`Type of ${name}`}
          allowDeselect={false}
          data={types}
          value={readString(conversion.destinationType) || null}
          onChange={(destinationType) => destinationType && change({ ...conversion, destinationType })}
        />
      )}
    </FieldRows>
  );
}
