"use client";

import { Alert, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Modal } from "@/components/ui/modal";
import { createFromTemplate } from "@/lib/client/dashboards/dashboard-requests";
import { useTemplates } from "@/lib/client/dashboards/use-templates";
import { useMutation } from "@/lib/client/queries";
import classes from "./dashboard-list.module.css";
import { FolderSelect } from "./folder-select";
import type { NewDashboardProps } from "./new-dialog";

export function TemplateDialog({
  tenant,
  folders,
  folderUid,
  onClose,
}: NewDashboardProps & { onClose: () => void }) {
  const router = useRouter();
  const [search, setSearch] = useState("");
  const [folder, setFolder] = useState(folderUid);
  const templates = useTemplates(tenant);
  const create = useMutation({
    mutationFn: (templateUid: string) => createFromTemplate(tenant, templateUid, folder),
    onSuccess: ({ uid }) => router.push(`/t/${tenant}/d/${uid}`),
  });
  const wanted = search.trim().toLowerCase();
  const found = (templates.data ?? []).filter((template) =>
    [template.title, template.system, template.description, ...template.tags]
      .join(" ")
      .toLowerCase()
      .includes(wanted),
  );
  const problem = templates.error ?? create.error;
  return (
    <Modal
      opened
      onClose={onClose}
      size={880}
      title="New dashboard from a template"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Stack gap="md">
        <TextInput
          data-autofocus
          aria-label="Search templates"
          placeholder="Search templates"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <FolderSelect folders={folders} value={folder} onChange={setFolder} />
        {problem ? (
          <Alert color="red" role="alert">
            {problem.message}
          </Alert>
        ) : null}
        <div className={classes.gallery}>
          {found.map((template) => (
            <button
              key={template.uid}
              type="button"
              className={classes.template}
              disabled={create.isPending}
              onClick={() => create.mutate(template.uid)}
            >
              <strong>{template.title}</strong>
              <span>{template.description}</span>
              <span>
                {template.system}, {template.panels} panels
              </span>
            </button>
          ))}
        </div>
        {templates.isSuccess && found.length === 0 ? <p>No template is named so.</p> : null}
      </Stack>
    </Modal>
  );
}
