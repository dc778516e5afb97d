"use client";

import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { Ago } from "@/components/ui/ago";
import { Drawer } from "@/components/ui/drawer";
import { LinkButton } from "@/components/ui/link-button";
import { notifyDone, notifyError } from "@/components/ui/notify";
import { useChangeTenant, useEnterTenant } from "@/lib/client/admin/use-platform-tenants";
import type { PlatformTenant } from "@/lib/shared/tenants/tenant";
import classes from "../admin.module.css";
import { ConfirmDialog } from "../confirm-dialog";
import { QuotaList } from "../quotas/quota-list";
import { TenantNameForm } from "./tenant-name-form";

interface TenantDrawerProps {
  tenant: PlatformTenant;
  /** Whether this administrator is a member already. */
  isMember: boolean;
  onClose: () => void;
}

/** One tenant for a platform administrator: how much it uses, never what it holds. */
export function TenantDrawer({ tenant, isMember, onClose }: TenantDrawerProps) {
  const { slug, name, suspended, createdAt, usage } = tenant;
  const [asked, setAsked] = useState<"suspend" | "enter" | null>(null);
  const change = useChangeTenant(slug);
  const enter = useEnterTenant(slug);

  async function resume() {
    try {
      await change.mutateAsync({ suspended: false });
      notifyDone(`${name} is resumed.`);
    } catch (error) {
      notifyError(`${name} was not resumed`, error);
    }
  }

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={680}
      title={name}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Stack gap="md">
        <div className={classes.dim}>
          <code className={classes.code}>{slug}</code> made <Ago at={createdAt} />
          {suspended ? ", suspended: nobody can read or change anything in it." : ""}
        </div>
        {isMember && !suspended ? (
          <Group gap="sm">
            <LinkButton href={`/t/${slug}/dashboards`}>Open {name}</LinkButton>
            {usage.some(({ key, used }) => key === "datasources" && used === 0) ? (
              <LinkButton variant="default" href={`/t/${slug}/admin/datasources?new=1`}>
                Add a datasource
              </LinkButton>
            ) : null}
            <LinkButton variant="default" href={`/t/${slug}/admin/members`}>
              Members
            </LinkButton>
          </Group>
        ) : null}
        <TenantNameForm tenant={tenant} />
        <QuotaList tenant={slug} items={usage} canChange />
        <Group gap="sm">
          {isMember ? null : (
            <Button variant="default" disabled={suspended} onClick={() => setAsked("enter")}>
              Enter as admin
            </Button>
          )}
          {suspended ? (
            <Button loading={change.isPending} onClick={() => void resume()}>
              Resume tenant
            </Button>
          ) : (
            <Button variant="default" c="var(--ps-error)" onClick={() => setAsked("suspend")}>
              Suspend tenant
            </Button>
          )}
        </Group>
      </Stack>
      {asked === "suspend" ? (
        <ConfirmDialog
          title={`Suspend ${name}`}
          action="Suspend tenant"
          typed={slug}
          run={async () => {
            await change.mutateAsync({ suspended: true });
            notifyDone(`${name} is suspended.`);
          }}
          onClose={() => setAsked(null)}
        >
          Its members and API tokens are refused from the next request on, and no query reaches its servers.
          Nothing is deleted; it can be resumed.
        </ConfirmDialog>
      ) : null}
      {asked === "enter" ? (
        <ConfirmDialog
          title={`Enter ${name}`}
          action="Enter as admin"
          run={async () => {
            await enter.mutateAsync();
            window.location.assign(`/t/${slug}/dashboards`);
          }}
          onClose={() => setAsked(null)}
        >
          You become an admin of {name} and see what it holds. Its audit log says so, and its admins see you
          among the members.
        </ConfirmDialog>
      ) : null}
    </Drawer>
  );
}
