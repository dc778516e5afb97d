"use client";

import { Button, Group } from "@mantine/core";
import type { DatasourceForm, FormProblems } from "@/lib/client/admin/datasource-form";
import { newPair } from "@/lib/client/admin/pair-rows";
import classes from "../admin.module.css";
import own from "./datasources.module.css";
import { PairFields } from "./pair-fields";

interface HeaderFieldsProps {
  form: DatasourceForm;
  stored: boolean;
  problems: FormProblems;
  onChange: (part: Partial<DatasourceForm>) => void;
  onBlur: () => void;
}

const words = {
  keep: "Headers are stored for this URL. They are sent with every query and never shown.",
  none: "No headers are sent.",
  replace:
    "Sent with every query, such as Authorization or X-Scope-OrgID. Once saved they are never shown again.",
};

/** Secrets: written, never read back. */
export function HeaderFields({ form, stored, problems, onChange, onBlur }: HeaderFieldsProps) {
  const { headerMode } = form;
  const enter = () => onChange({ headerMode: "replace", headers: [newPair()] });
  return (
    <fieldset className={own.group}>
      <legend>Headers</legend>
      <p className={classes.dim}>
        {headerMode === "none" && stored
          ? "The stored headers are removed when you save."
          : words[headerMode]}
      </p>
      {problems.headers ? (
        <p className={classes.problem} role="alert">
          {problems.headers}
        </p>
      ) : null}
      {headerMode === "replace" ? (
        <PairFields
          rows={form.headers}
          what="Header"
          placeholders={["Authorization", "Bearer …"]}
          secret
          problems={problems}
          onChange={(headers) =>
            onChange(headers.length === 0 ? { headerMode: "none", headers } : { headers })
          }
          onBlur={onBlur}
        />
      ) : null}
      <Group gap="sm" mt={headerMode === "replace" && stored ? "sm" : 0}>
        {headerMode === "replace" ? null : (
          <Button variant="default" onClick={enter}>
            {headerMode === "keep" ? "Enter others" : "Enter headers"}
          </Button>
        )}
        {headerMode === "keep" ? (
          <Button variant="default" onClick={() => onChange({ headerMode: "none" })}>
            Remove them
          </Button>
        ) : null}
        {stored && headerMode !== "keep" ? (
          <Button variant="subtle" onClick={() => onChange({ headerMode: "keep", headers: [] })}>
            Keep the stored ones
          </Button>
        ) : null}
      </Group>
    </fieldset>
  );
}
