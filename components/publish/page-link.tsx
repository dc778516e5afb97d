import { ActionIcon } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";

/** Leads to the dashboard in Grafana, where it is there. */
export function PageLink({ url, title }: { url: string | null; title: string }) {
  if (!url) return null;
  return (
    <ActionIcon
      component="a"
      href={url}
      target="_blank"
      rel="noreferrer noopener"
      size={24}
      ml={4}
      aria-label={`Open ${title} in Grafana`}
    >
      <IconExternalLink size={14} />
    </ActionIcon>
  );
}
