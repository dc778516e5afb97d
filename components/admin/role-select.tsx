"use client";

import { NativeSelect } from "@mantine/core";
import { isRole, type Role, roles } from "@/lib/shared/tenants/roles";

/** What each role may do beyond the one before it. */
export const roleWords: Record<Role, string> = {
  viewer: "Looks at dashboards, queries and alerts.",
  editor: "Also makes and changes dashboards and alert rules.",
  publisher: "Also publishes dashboards to Grafana.",
  admin: "Also manages members, datasources, Grafana targets, tokens and the audit log.",
};

interface RoleSelectProps {
  value: Role;
  onChange: (role: Role) => void;
  /** Visible; else `name` is read to screen readers. */
  label?: string;
  name?: string;
  disabled?: boolean;
  describe?: boolean;
}

export function RoleSelect({ value, onChange, label, name, disabled, describe = false }: RoleSelectProps) {
  return (
    <NativeSelect
      size="xs"
      miw={104}
      label={label}
      aria-label={label ? undefined : name}
      description={describe ? roleWords[value] : undefined}
      inputWrapperOrder={["label", "input", "description", "error"]}
      data={[...roles]}
      value={value}
      disabled={disabled}
      onChange={(event) => {
        const role = event.currentTarget.value;
        if (isRole(role)) onChange(role);
      }}
    />
  );
}
