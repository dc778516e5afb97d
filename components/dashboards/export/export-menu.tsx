"use client";

import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { notifyError } from "@/components/ui/notify";
import { downloadFile } from "@/lib/client/download-file";

const formats = [
  { format: "json", label: "JSON", description: "As it is stored, to the letter" },
  { format: "portable", label: "JSON for sharing", description: "Asks for datasources when it is imported" },
  { format: "provisioning", label: "Provisioning bundle", description: "Files that Grafana reads at start" },
  { format: "configmap", label: "Kubernetes ConfigMap", description: "For the sidecar of the Helm charts" },
  { format: "operator", label: "GrafanaDashboard", description: "A resource of the Grafana operator" },
  { format: "terraform", label: "Terraform", description: "grafana_dashboard and its folder" },
] as const;

interface ExportMenuProps {
  label: string;
  /** The address that answers with the file. */
  pathOf: (format: string) => string;
}

export function ExportMenu({ label, pathOf }: ExportMenuProps) {
  const download = useMutation({
    mutationFn: downloadFile,
    onError: (error) => notifyError("Not exported", error),
  });
  return (
    <Menu width={280} position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          loading={download.isPending}
          leftSection={<IconDownload size={15} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(({ format, label: name, description }) => (
          <Menu.Item key={format} aria-label={name} onClick={() => download.mutate(pathOf(format))}>
            {name}
            <small style={{ display: "block", color: "var(--ps-dim)" }}>{description}</small>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
