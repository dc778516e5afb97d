"use client";

import { NativeSelect } from "@mantine/core";
import type { DatasourceForm, FormProblems } from "@/lib/client/admin/datasource-form";
import classes from "../admin.module.css";
import own from "./datasources.module.css";
import { PairFields } from "./pair-fields";

interface MatcherFieldsProps {
  form: DatasourceForm;
  problems: FormProblems;
  onChange: (part: Partial<DatasourceForm>) => void;
  onBlur: () => void;
}

/** What keeps the tenant to its own series. */
export function MatcherFields({ form, problems, onChange, onBlur }: MatcherFieldsProps) {
  return (
    <fieldset className={own.group}>
      <legend>Enforced matchers</legend>
      <p className={classes.dim}>
        Put into every selector of every query, so that members see only series with these labels. A label on
        several lines may have any of the values.
      </p>
      {form.matchers.length === 0 ? (
        <p className={classes.warning}>Without a matcher members see every series of this server.</p>
      ) : null}
      {problems.matchers ? (
        <p className={classes.problem} role="alert">
          {problems.matchers}
        </p>
      ) : null}
      <PairFields
        rows={form.matchers}
        what="Label"
        placeholders={["tenant_id", "acme"]}
        problems={problems}
        onChange={(matchers) => onChange({ matchers })}
        onBlur={onBlur}
      />
      {form.matchers.length > 0 ? (
        <NativeSelect
          mt="sm"
          label="A query that names another value gets"
          value={form.enforceConflict}
          data={[
            { value: "empty", label: "an empty result" },
            { value: "error", label: "an error" },
          ]}
          onChange={(event) =>
            onChange({ enforceConflict: event.currentTarget.value === "error" ? "error" : "empty" })
          }
        />
      ) : null}
    </fieldset>
  );
}
