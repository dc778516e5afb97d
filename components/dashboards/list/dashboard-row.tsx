"use client";

import { ActionIcon, Checkbox, Menu } from "@mantine/core";
import {
  IconDotsVertical,
  IconFolder,
  IconHistory,
  IconPencil,
  IconStar,
  IconStarFilled,
  IconTrash,
} from "@tabler/icons-react";
import { Ago } from "@/components/ui/ago";
import { Link } from "@/components/ui/link";
import { useStar } from "@/lib/client/dashboards/use-star";
import type { DashboardSummary } from "@/lib/shared/dashboards/dashboard";
import type { Folder } from "@/lib/shared/dashboards/folder";
import classes from "./dashboard-list.module.css";
import { useListActions } from "./use-list-actions";

interface DashboardRowProps {
  tenant: string;
  item: DashboardSummary;
  folders: readonly Folder[];
  canEdit: boolean;
  chosen: boolean;
  onChoose: () => void;
  onTag: (tag: string) => void;
}

export function DashboardRow({ tenant, item, folders, canEdit, chosen, onChoose, onTag }: DashboardRowProps) {
  const star = useStar(tenant, item.uid, item.starred);
  return (
    <tr data-chosen={chosen || undefined} data-dashboard-uid={item.uid}>
      {canEdit ? (
        <td>
          <Checkbox size="xs" aria-label={`Select ${item.title}`} checked={chosen} onChange={onChoose} />
        </td>
      ) : null}
      <td className={classes.narrow}>
        <ActionIcon
          size={24}
          aria-label={star.starred ? `Take the star off ${item.title}` : `Star ${item.title}`}
          aria-pressed={star.starred}
          onClick={star.toggle}
        >
          {star.starred ? <IconStarFilled size={15} color="var(--ps-warn)" /> : <IconStar size={15} />}
        </ActionIcon>
      </td>
      <td>
        <Link className={classes.title} href={`/t/${tenant}/d/${item.uid}`} prefetch={false}>
          {item.title}
        </Link>
        <span className={classes.tags}>
          {item.tags.map((tag) => (
            <button key={tag} type="button" className={classes.tag} onClick={() => onTag(tag)}>
              {tag}
            </button>
          ))}
        </span>
      </td>
      <td className={`${classes.dim} ${classes.wide}`}>{item.folderTitle ?? "Top level"}</td>
      <td className={`${classes.dim} ${classes.wide}`}>
        <Ago at={item.updatedAt} /> by {item.updatedBy}
      </td>
      <td className={classes.narrow}>
        <RowMenu tenant={tenant} item={item} folders={folders} canEdit={canEdit} />
      </td>
    </tr>
  );
}

function RowMenu({
  tenant,
  item,
  folders,
  canEdit,
}: Pick<DashboardRowProps, "tenant" | "item" | "folders" | "canEdit">) {
  const { move, remove } = useListActions(tenant);
  const address = `/t/${tenant}/d/${item.uid}`;
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={`Menu of ${item.title}`}>
          <IconDotsVertical size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {canEdit ? (
          <Menu.Item
            component={Link}
            href={`${address}/edit`}
            leftSection={<IconPencil size={15} aria-hidden />}
          >
            Edit
          </Menu.Item>
        ) : null}
        <Menu.Item
          component={Link}
          href={`${address}/versions`}
          leftSection={<IconHistory size={15} aria-hidden />}
        >
          Versions
        </Menu.Item>
        {canEdit ? (
          <>
            <Menu.Divider />
            <Menu.Label>Move to</Menu.Label>
            {[{ uid: null, title: "Top level" }, ...folders]
              .filter((folder) => folder.uid !== item.folderUid)
              .slice(0, 12)
              .map((folder) => (
                <Menu.Item
                  key={folder.uid ?? ""}
                  leftSection={<IconFolder size={15} aria-hidden />}
                  onClick={() => void move([item], folder)}
                >
                  {folder.title}
                </Menu.Item>
              ))}
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={15} aria-hidden />}
              onClick={() => remove([item])}
            >
              Delete
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
