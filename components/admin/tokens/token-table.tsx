"use client";

import { Button } from "@mantine/core";
import { Ago } from "@/components/ui/ago";
import type { Sort } from "@/lib/client/admin/sort-rows";
import { isUsable, type TokenState, tokenState } from "@/lib/client/admin/token-state";
import { roles } from "@/lib/shared/tenants/roles";
import type { ApiToken } from "@/lib/shared/tenants/tenant";
import classes from "../admin.module.css";
import { AdminTable, type Column } from "../admin-table";
import { Badge } from "../badge";

interface TokenTableProps {
  tokens: readonly ApiToken[];
  nowMs: number;
  sort: Sort;
  onSort: (sort: Sort) => void;
  onRevoke: (token: ApiToken) => void;
}

const tones = { active: undefined, expiring: "warn", expired: "error", revoked: "error" } as const;
const words: Record<TokenState, string> = {
  active: "active",
  expiring: "expires soon",
  expired: "expired",
  revoked: "revoked",
};

export function TokenTable({ tokens, nowMs, sort, onSort, onRevoke }: TokenTableProps) {
  return (
    <AdminTable
      label="API tokens"
      columns={columns(nowMs, onRevoke)}
      rows={tokens}
      rowKey={({ id }) => id}
      sort={sort}
      onSort={onSort}
    />
  );
}

function columns(nowMs: number, onRevoke: (token: ApiToken) => void): Column<ApiToken>[] {
  return [
    {
      id: "name",
      label: "Token",
      sortBy: ({ name }) => name,
      cell: (token) => <Name token={token} state={tokenState(token, nowMs)} />,
    },
    {
      id: "role",
      label: "Role",
      narrow: true,
      wide: true,
      sortBy: ({ role }) => roles.indexOf(role),
      cell: ({ role }) => role,
    },
    {
      id: "created",
      label: "Created",
      narrow: true,
      wide: true,
      sortBy: ({ createdAt }) => Date.parse(createdAt),
      cell: ({ createdAt, createdBy }) => (
        <span className={classes.dim}>
          <Ago at={createdAt} /> by {createdBy}
        </span>
      ),
    },
    {
      id: "used",
      label: "Last used",
      narrow: true,
      wide: true,
      sortBy: ({ lastUsedAt }) => (lastUsedAt === null ? null : Date.parse(lastUsedAt)),
      cell: ({ lastUsedAt }) => (
        <span className={classes.dim}>{lastUsedAt === null ? "never" : <Ago at={lastUsedAt} />}</span>
      ),
    },
    {
      id: "expires",
      label: "Expires",
      narrow: true,
      wide: true,
      sortBy: ({ expiresAt }) => (expiresAt === null ? null : Date.parse(expiresAt)),
      cell: ({ expiresAt }) => (
        <span className={classes.dim}>{expiresAt === null ? "never" : <Ago at={expiresAt} />}</span>
      ),
    },
    {
      id: "actions",
      label: "Actions",
      hideLabel: true,
      narrow: true,
      cell: (token) =>
        isUsable(tokenState(token, nowMs)) ? (
          <Button variant="default" aria-label={`Revoke ${token.name}`} onClick={() => onRevoke(token)}>
            Revoke
          </Button>
        ) : null,
    },
  ];
}

function Name({ token, state }: { token: ApiToken; state: TokenState }) {
  return (
    <>
      <span className={classes.main}>{token.name}</span> <code className={classes.code}>{token.prefix}…</code>{" "}
      {state === "active" ? null : <Badge tone={tones[state]}>{words[state]}</Badge>}
      <div className={classes.below}>
        {token.role}, last used {token.lastUsedAt === null ? "never" : <Ago at={token.lastUsedAt} />}, expires{" "}
        {token.expiresAt === null ? "never" : <Ago at={token.expiresAt} />}
      </div>
    </>
  );
}
