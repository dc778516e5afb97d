"use client";

import { Button, Select, Stack } from "@mantine/core";
import { useState } from "react";
import { Modal } from "@/components/ui/modal";
import type { FolderChange } from "@/lib/client/dashboards/library-requests";
import type { Folder } from "@/lib/shared/dashboards/folder";
import { type Role, roles } from "@/lib/shared/tenants/roles";

interface FolderRolesDialogProps {
  folder: Folder;
  onChange: (change: FolderChange) => void;
  onClose: () => void;
}

/** Narrows a folder to roles; it can never be wider than the folder above. */
export function FolderRolesDialog({ folder, onChange, onClose }: FolderRolesDialogProps) {
  const [viewRole, setViewRole] = useState(folder.viewRole);
  const [editRole, setEditRole] = useState(folder.editRole);
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Who sees and changes ${folder.title}`}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChange({ viewRole, editRole });
          onClose();
        }}
      >
        <Stack gap="md">
          <RoleSelect label="Seen by" value={viewRole} from="viewer" onChange={setViewRole} />
          <RoleSelect label="Changed by" value={editRole} from="editor" onChange={setEditRole} />
          <p style={{ margin: 0, color: "var(--ps-dim)", fontSize: 13 }}>
            It holds for everything in the folder and below, wherever dashboards are read: in lists, searches,
            exports, publishing and the API.
          </p>
          <Button type="submit">Change who may</Button>
        </Stack>
      </form>
    </Modal>
  );
}

interface RoleSelectProps {
  label: string;
  value: Role | null;
  /** The least role that it can be narrowed to with an effect. */
  from: Role;
  onChange: (role: Role | null) => void;
}

function RoleSelect({ label, value, from, onChange }: RoleSelectProps) {
  const narrower = roles.slice(roles.indexOf(from) + 1);
  return (
    <Select
      label={label}
      data={[
        { value: "", label: "As the folder above" },
        ...narrower.map((role) => ({
          value: role,
          label: role === "admin" ? "Admins" : `${role}s and higher`,
        })),
      ]}
      value={value ?? ""}
      onChange={(chosen) => onChange(roles.find((role) => role === chosen) ?? null)}
      allowDeselect={false}
    />
  );
}
