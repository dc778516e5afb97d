"use client";

import { Button, Switch } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { notifyDone } from "@/components/ui/notify";
import { readSort, writeSort } from "@/lib/client/admin/sort-rows";
import { isUsable, tokenState } from "@/lib/client/admin/token-state";
import { useApiTokens, useRevokeApiToken } from "@/lib/client/admin/use-api-tokens";
import { useUrlFields } from "@/lib/client/admin/use-url-fields";
import type { ApiToken } from "@/lib/shared/tenants/tenant";
import classes from "../admin.module.css";
import { AdminHead } from "../admin-head";
import { ConfirmDialog } from "../confirm-dialog";
import { ListState } from "../list-state";
import { QuotaHint } from "../quota-hint";
import { NewTokenDialog } from "./new-token-dialog";
import { TokenTable } from "./token-table";

const defaults = { ended: "", sort: "-created" };

export function TokensPage({ tenant }: { tenant: string }) {
  const tokens = useApiTokens(tenant);
  const revoke = useRevokeApiToken(tenant);
  const { fields, change } = useUrlFields(defaults);
  const [dialog, setDialog] = useState(false);
  const [asked, setAsked] = useState<ApiToken | null>(null);
  const nowMs = Date.now();
  const all = tokens.data ?? [];
  const usable = all.filter((token) => isUsable(tokenState(token, nowMs)));
  const shown = fields.ended === "" ? usable : all;
  const create = (
    <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setDialog(true)}>
      New API token
    </Button>
  );
  return (
    <>
      <AdminHead
        title="API tokens"
        about="For programs: pipelines that lint and publish, or a Grafana that reads through this tenant’s gateway."
      >
        {shown.length > 0 ? create : null}
      </AdminHead>
      <QuotaHint tenant={tenant} quota="apiTokens" />
      {all.length > usable.length ? (
        <div className={classes.toolbar}>
          <Switch
            label={`Show the ${all.length - usable.length} expired and revoked ones`}
            checked={fields.ended !== ""}
            onChange={(event) => change({ ended: event.currentTarget.checked ? "1" : "" })}
          />
        </div>
      ) : null}
      <ListState
        what="API tokens"
        query={tokens}
        isEmpty={shown.length === 0}
        empty={
          <Notice title={all.length > 0 ? "No token is in use" : "No API token yet"} actions={create}>
            A token has a role and an expiry of its own, and stays when the person who made it leaves.
          </Notice>
        }
      >
        <TokenTable
          tokens={shown}
          nowMs={nowMs}
          sort={readSort(fields.sort)}
          onSort={(sort) => change({ sort: writeSort(sort) })}
          onRevoke={setAsked}
        />
      </ListState>
      {dialog ? <NewTokenDialog tenant={tenant} onClose={() => setDialog(false)} /> : null}
      {asked ? (
        <ConfirmDialog
          title={`Revoke ${asked.name}`}
          action="Revoke token"
          run={async () => {
            await revoke.mutateAsync(asked.id);
            notifyDone(`${asked.name} is revoked.`);
          }}
          onClose={() => setAsked(null)}
        >
          Whatever uses <b>{asked.name}</b> is refused from its next request on. A revoked token cannot be
          brought back.
        </ConfirmDialog>
      ) : null}
    </>
  );
}
