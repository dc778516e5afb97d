"use client";

import { Menu, Text } from "@mantine/core";
import { LateMenu } from "@/components/ui/late-menu";
import { Link } from "@/components/ui/link";
import type { LateOverlay } from "@/components/ui/use-late-overlay";
import { panelLinks } from "@/lib/client/dashboards/panel-links";
import { useDashboardList } from "@/lib/client/dashboards/use-dashboard-list";
import type { JsonObject } from "@/lib/shared/json";
import { useDashboardRuntime } from "./dashboard-runtime";

interface TagLinkMenuProps {
  overlay: LateOverlay;
  anchor: HTMLElement;
  link: JsonObject;
  tags: readonly string[];
}

const most = 50;

/** The dashboards that have all of a link's tags; range and variables go along where the link says so. */
export function TagLinkMenu({ overlay, anchor, link, tags }: TagLinkMenuProps) {
  const { tenant, interpolate } = useDashboardRuntime();
  const { data, error } = useDashboardList(tenant, { tag: tags, limit: most });
  const found = data?.items ?? [];
  const search = new URLSearchParams(tags.map((tag) => ["tag", tag]));
  const hrefOf = (uid: string) =>
    panelLinks([{ ...link, url: `/d/${uid}` }], tenant, interpolate)[0]?.href ?? "";
  return (
    <LateMenu
      overlay={overlay}
      anchor={anchor}
      position="bottom-end"
      width={280}
      dropdownStyle={{ maxHeight: "60vh", overflow: "auto" }}
    >
      {found.map(({ uid, title }) => (
        <Menu.Item
          key={uid}
          component={Link}
          href={hrefOf(uid)}
          target={link.targetBlank === true ? "_blank" : undefined}
        >
          {title}
        </Menu.Item>
      ))}
      {data && found.length === 0 ? (
        <Text size="sm" c="dimmed" p="xs">
          No dashboard has {tags.length === 1 ? "this tag" : "these tags"}.
        </Text>
      ) : null}
      {error ? (
        <Text size="sm" c="dimmed" p="xs">
          {error.message}
        </Text>
      ) : null}
      {data?.nextCursor ? (
        <>
          <Menu.Divider />
          <Menu.Item component={Link} href={`/t/${tenant}/dashboards?${search}`}>
            All dashboards with {tags.length === 1 ? "this tag" : "these tags"}
          </Menu.Item>
        </>
      ) : null}
    </LateMenu>
  );
}
