"use client";

import { Checkbox, Fieldset, Stack, Switch } from "@mantine/core";
import { useMemo } from "react";
import { FolderSelect } from "@/components/dashboards/list/folder-select";
import { fixesOf } from "@/lib/client/dashboards/import/import-plan";
import type { ImportOptions } from "@/lib/client/dashboards/import/import-requests";
import type { ImportFile, ImportInput } from "@/lib/client/dashboards/import/read-import-file";
import type { DatasourceItem } from "@/lib/client/datasources/use-datasources";
import type { Folder } from "@/lib/shared/dashboards/folder";
import { ImportInputs } from "./import-inputs";

interface ImportOptionFieldsProps {
  files: readonly ImportFile[];
  inputs: readonly ImportInput[];
  values: Record<string, string>;
  datasources: readonly DatasourceItem[];
  folders: readonly Folder[];
  options: ImportOptions;
  disabled: boolean;
  onChange: (change: Partial<ImportOptions>) => void;
}

export function ImportOptionFields(props: ImportOptionFieldsProps) {
  const { files, inputs, values, datasources, folders, options, disabled, onChange } = props;
  const fixes = useMemo(() => fixesOf(files), [files]);
  return (
    <Stack gap="md">
      <ImportInputs
        inputs={inputs}
        values={values}
        datasources={datasources}
        onChange={(name, value) => onChange({ inputs: { ...options.inputs, [name]: value } })}
      />
      <FolderSelect
        folders={folders}
        value={options.folderUid}
        onChange={(folderUid) => onChange({ folderUid })}
      />
      <Switch
        label="Replace dashboards that have the same uid"
        description="Each gets a new version; the one before stays in its history."
        checked={options.overwrite}
        disabled={disabled}
        onChange={(event) => onChange({ overwrite: event.currentTarget.checked })}
      />
      {fixes.length > 0 ? (
        <Fieldset legend="Mend while importing" disabled={disabled}>
          <Stack gap="xs">
            {fixes.map(({ id, message, label, findings, files: count }) => (
              <Checkbox
                key={id}
                label={message}
                description={`${label}${findings === 1 ? "" : `, and the same at ${places(findings - 1, count)}`}`}
                checked={options.fixes.includes(id)}
                onChange={(event) =>
                  onChange({
                    fixes: event.currentTarget.checked
                      ? [...options.fixes, id]
                      : options.fixes.filter((one) => one !== id),
                  })
                }
              />
            ))}
          </Stack>
        </Fieldset>
      ) : null}
    </Stack>
  );
}

function places(findings: number, files: number): string {
  const where = files === 1 ? "1 file" : `${files} files`;
  return `${findings} more ${findings === 1 ? "place" : "places"} in ${where}`;
}
