"use client";

import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconDotsVertical, IconPencil, IconStar, IconTrash } from "@tabler/icons-react";
import type { Datasource } from "@/lib/shared/prometheus/datasource";
import classes from "../admin.module.css";

interface DatasourceRowActionsProps {
  datasource: Datasource;
  testing: boolean;
  onTest: () => void;
  onEdit: () => void;
  onDefault: () => void;
  onDelete: () => void;
}

export function DatasourceRowActions({
  datasource: { name, isDefault },
  testing,
  onTest,
  onEdit,
  onDefault,
  onDelete,
}: DatasourceRowActionsProps) {
  return (
    <div className={classes.rowActions}>
      <Button variant="default" loading={testing} aria-label={`Test ${name}`} onClick={onTest}>
        Test
      </Button>
      <Menu position="bottom-end" width={190}>
        <Menu.Target>
          <ActionIcon aria-label={`Menu of ${name}`}>
            <IconDotsVertical size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={onEdit}>
            Edit
          </Menu.Item>
          <Menu.Item
            leftSection={<IconStar size={15} aria-hidden />}
            disabled={isDefault}
            onClick={onDefault}
          >
            Make default
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item c="error" leftSection={<IconTrash size={15} aria-hidden />} onClick={onDelete}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
