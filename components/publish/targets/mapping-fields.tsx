"use client";

import { ActionIcon, Select } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import form from "@/components/admin/datasources/datasources.module.css";
import classes from "@/components/publish/publish.module.css";
import { useDatasources } from "@/lib/client/datasources/use-datasources";
import type { GrafanaDatasource } from "@/lib/shared/publish/grafana-target";

interface MappingFieldsProps {
  tenant: string;
  /** Of the Grafana; empty until it was tested. */
  available: readonly GrafanaDatasource[];
  value: Record<string, string>;
  onChange: (value: Record<string, string>) => void;
}

/** Which data source there stands for each datasource here. */
export function MappingFields({ tenant, available, value, onChange }: MappingFieldsProps) {
  const own = useDatasources(tenant).data ?? [];
  const extra = Object.keys(value).filter((key) => !own.some(({ uid }) => uid === key));
  const rows = [
    ...own.map(({ uid, name }) => ({ key: uid, label: name })),
    ...extra.map((key) => ({ key, label: key })),
  ];
  const choices = available.filter(({ type }) => type === "prometheus");
  const set = (key: string, uid: string) => onChange({ ...value, [key]: uid });
  return (
    <fieldset className={form.group}>
      <legend>Datasources</legend>
      <p className={classes.reason}>
        {choices.length > 0
          ? "The default datasource stands for placeholders such as ${DS_PROMETHEUS}. Left empty, it is Grafana's own default."
          : "Test the target to choose from its data sources."}
      </p>
      <div className={classes.mapping}>
        {rows.map(({ key, label }) => (
          <MappingRow
            key={key}
            label={label}
            chosen={value[key] ?? ""}
            choices={choices}
            onChange={(uid) => set(key, uid)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface MappingRowProps {
  label: string;
  chosen: string;
  choices: readonly GrafanaDatasource[];
  onChange: (uid: string) => void;
}

function MappingRow({ label, chosen, choices, onChange }: MappingRowProps) {
  const data = choices.map(({ uid, name, isDefault }) => ({
    value: uid,
    label: isDefault ? `${name} (default)` : name,
  }));
  const isGone = chosen !== "" && !choices.some(({ uid }) => uid === chosen);
  if (isGone) data.push({ value: chosen, label: choices.length > 0 ? `${chosen} (not there)` : chosen });
  return (
    <>
      <span>{label}</span>
      <Select
        aria-label={`Data source in Grafana for ${label}`}
        placeholder="Not mapped"
        data={data}
        value={chosen || null}
        disabled={data.length === 0}
        error={isGone && choices.length > 0}
        onChange={(uid) => onChange(uid ?? "")}
      />
      {chosen ? (
        <ActionIcon aria-label={`Do not map ${label}`} onClick={() => onChange("")}>
          <IconX size={14} />
        </ActionIcon>
      ) : (
        <span />
      )}
    </>
  );
}
