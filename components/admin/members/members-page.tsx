"use client";

import { Button, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { findMembers, isLastAdmin } from "@/lib/client/admin/find-members";
import { readSort, writeSort } from "@/lib/client/admin/sort-rows";
import { useMembers } from "@/lib/client/admin/use-members";
import { useUrlFields } from "@/lib/client/admin/use-url-fields";
import type { Role } from "@/lib/shared/tenants/roles";
import type { Member } from "@/lib/shared/tenants/tenant";
import classes from "../admin.module.css";
import { AdminHead } from "../admin-head";
import { ConfirmDialog } from "../confirm-dialog";
import { CsvButton } from "../csv-button";
import { ListState } from "../list-state";
import { QuotaHint } from "../quota-hint";
import { AddMemberForm } from "./add-member-form";
import { InvitationList } from "./invitation-list";
import { MemberTable } from "./member-table";
import { useMemberActions } from "./use-member-actions";

const defaults = { query: "", sort: "email" };

interface MembersPageProps {
  tenant: string;
  tenantName: string;
  selfId: string;
}

export function MembersPage({ tenant, tenantName, selfId }: MembersPageProps) {
  const members = useMembers(tenant);
  const { fields, change } = useUrlFields(defaults);
  const { setRole, removeMember, problems } = useMemberActions(tenant, selfId);
  const [asked, setAsked] = useState<{ member: Member; role: Role | null } | null>(null);
  const all = members.data ?? [];
  const found = findMembers(all, fields.query);

  /** Giving up one's own rights cannot be undone by oneself; everything else can. */
  function act(member: Member, role: Role | null) {
    const givesUp = member.userId === selfId && !isLastAdmin(all, selfId);
    if (givesUp) setAsked({ member, role });
    else void (role === null ? removeMember(member) : setRole(member, role));
  }

  return (
    <>
      <AdminHead
        title="Members"
        about={`Who may enter ${tenantName}, and what they may do there. A change holds from the next request on.`}
      />
      <AddMemberForm tenant={tenant} />
      <QuotaHint tenant={tenant} quota="members" />
      <div className={classes.toolbar}>
        <TextInput
          className={classes.search}
          aria-label="Search members"
          placeholder="Search name, e-mail or role"
          leftSection={<IconSearch size={15} aria-hidden />}
          value={fields.query}
          onChange={(event) => change({ query: event.currentTarget.value }, { typing: true })}
        />
        <div className={classes.end}>
          <span className={classes.count}>{countText(found.length, all.length)}</span>
          <CsvButton
            fileName={`members-${tenant}`}
            table={() => memberCsv(found)}
            disabled={found.length === 0}
          />
        </div>
      </div>
      <ListState
        what="members"
        query={members}
        isEmpty={found.length === 0}
        empty={
          <Notice
            title="Nobody fits"
            actions={<Button onClick={() => change({ query: "" })}>Clear the search</Button>}
          >
            No member has “{fields.query}” in name, e-mail or role.
          </Notice>
        }
      >
        <MemberTable
          members={found}
          selfId={selfId}
          problems={problems}
          sort={readSort(fields.sort)}
          onSort={(sort) => change({ sort: writeSort(sort) })}
          onRole={act}
          onRemove={(member) => act(member, null)}
        />
      </ListState>
      <InvitationList tenant={tenant} />
      {asked ? (
        <ConfirmDialog
          title={asked.role === null ? `Leave ${tenantName}` : `Give up the role ${asked.member.role}`}
          action={asked.role === null ? `Leave ${tenantName}` : `Become ${asked.role}`}
          run={() => (asked.role === null ? removeMember(asked.member) : setRole(asked.member, asked.role))}
          onClose={() => setAsked(null)}
        >
          This is your own membership. Only another admin of {tenantName} can give the role back to you.
        </ConfirmDialog>
      ) : null}
    </>
  );
}

function countText(found: number, all: number): string {
  const members = `${all.toLocaleString("en")} ${all === 1 ? "member" : "members"}`;
  return found === all ? members : `${found.toLocaleString("en")} of ${members}`;
}

function memberCsv(members: readonly Member[]) {
  return {
    columns: ["email", "name", "role", "joined_at"],
    rows: members.map(({ email, name, role, joinedAt }) => [email, name, role, joinedAt]),
  };
}
