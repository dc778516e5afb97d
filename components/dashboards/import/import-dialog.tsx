"use client";

import { SegmentedControl, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import type { NewDashboardProps } from "@/components/dashboards/list/new-dialog";
import { Modal } from "@/components/ui/modal";
import { countLeft, inputsOf } from "@/lib/client/dashboards/import/import-plan";
import type { ImportOptions } from "@/lib/client/dashboards/import/import-requests";
import type { ReadableFile } from "@/lib/client/dashboards/import/read-import-file";
import { useImport } from "@/lib/client/dashboards/import/use-import";
import { defaultDatasource, useDatasources } from "@/lib/client/datasources/use-datasources";
import { useTargets } from "@/lib/client/publish/use-targets";
import { FileDrop } from "./file-drop";
import { GrafanaSource } from "./grafana-source";
import { ImportFileList } from "./import-file-list";
import { ImportFooter } from "./import-footer";
import { ImportOptionFields } from "./import-option-fields";
import { PasteJson } from "./paste-json";

type Source = "files" | "paste" | "grafana";

export function ImportDialog({
  tenant,
  folders,
  folderUid,
  onClose,
}: NewDashboardProps & { onClose: () => void }) {
  const router = useRouter();
  const [source, setSource] = useState<Source>("files");
  const [options, setOptions] = useState<ImportOptions>({
    folderUid,
    overwrite: false,
    fixes: [],
    inputs: {},
  });
  const imports = useImport(tenant);
  const datasources = useDatasources(tenant).data ?? [];
  const targets = useTargets(tenant).data ?? [];
  const inputs = useMemo(() => inputsOf(imports.files), [imports.files]);
  const fallback = defaultDatasource(datasources)?.uid ?? "";
  const values = Object.fromEntries(
    inputs.map(({ name, kind, value }) => [
      name,
      options.inputs[name] ?? (kind === "datasource" ? fallback : value),
    ]),
  );

  const isDone = !imports.running && imports.files.length > 0 && countLeft(imports) === 0;

  async function start(change: Partial<ImportOptions> = {}, only?: readonly ReadableFile[]) {
    const states = await imports.start({ ...options, ...change, inputs: values }, only);
    const [first] = states.values();
    if (states.size === 1 && imports.files.length === 1 && first && "uid" in first) {
      router.push(`/t/${tenant}/d/${first.uid}`);
    }
  }

  return (
    <Modal
      opened
      // A click beside it must not throw away what was chosen, nor stop what is under way.
      closeOnClickOutside={imports.files.length === 0}
      withCloseButton={!imports.running}
      closeOnEscape={!imports.running}
      onClose={onClose}
      size={760}
      title="Import dashboards"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Stack gap="md">
        <SegmentedControl
          aria-label="Where from"
          disabled={imports.running}
          value={source}
          onChange={(value) => setSource(value as Source)}
          data={[
            { value: "files", label: "Files" },
            { value: "paste", label: "Paste JSON" },
            ...(targets.length > 0 ? [{ value: "grafana", label: "From Grafana" }] : []),
          ]}
        />
        {source === "files" ? <FileDrop disabled={imports.running} onRead={imports.add} /> : null}
        {source === "paste" ? <PasteJson onRead={imports.add} onClear={imports.remove} /> : null}
        {source === "grafana" ? (
          <GrafanaSource tenant={tenant} targets={targets} onRead={imports.add} />
        ) : null}
        {imports.files.length > 0 ? (
          <>
            <ImportFileList
              tenant={tenant}
              imports={imports}
              onReplace={(file) => void start({ overwrite: true }, [file])}
            />
            {isDone ? null : (
              <ImportOptionFields
                files={imports.files}
                inputs={inputs}
                values={values}
                datasources={datasources}
                folders={folders}
                options={options}
                disabled={imports.running}
                onChange={(change) => setOptions((before) => ({ ...before, ...change }))}
              />
            )}
          </>
        ) : null}
        <ImportFooter
          imports={imports}
          missing={Object.values(values).includes("")}
          onStart={() => void start()}
          onClose={onClose}
        />
      </Stack>
    </Modal>
  );
}
