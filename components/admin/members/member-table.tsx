"use client";

import { ActionIcon, Tooltip } from "@mantine/core";
import { IconUserMinus } from "@tabler/icons-react";
import { Ago } from "@/components/ui/ago";
import type { Sort } from "@/lib/client/admin/sort-rows";
import { type Role, roles } from "@/lib/shared/tenants/roles";
import type { Member } from "@/lib/shared/tenants/tenant";
import classes from "../admin.module.css";
import { AdminTable, type Column } from "../admin-table";
import { Badge } from "../badge";
import { RoleSelect } from "../role-select";

interface MemberTableProps {
  members: readonly Member[];
  selfId: string;
  problems: Readonly<Record<string, string>>;
  sort: Sort;
  onSort: (sort: Sort) => void;
  onRole: (member: Member, role: Role) => void;
  onRemove: (member: Member) => void;
}

export function MemberTable({ members, selfId, problems, sort, onSort, onRole, onRemove }: MemberTableProps) {
  const columns: Column<Member>[] = [
    {
      id: "email",
      label: "Member",
      sortBy: byEmail,
      cell: (member) => (
        <Person member={member} self={member.userId === selfId} problem={problems[member.userId]} />
      ),
    },
    {
      id: "role",
      label: "Role",
      narrow: true,
      sortBy: byRole,
      cell: (member) => (
        <RoleSelect
          name={`Role of ${member.email}`}
          value={member.role}
          onChange={(role) => onRole(member, role)}
        />
      ),
    },
    { id: "joined", label: "Joined", narrow: true, wide: true, sortBy: byJoined, cell: joined },
    {
      id: "actions",
      label: "Actions",
      hideLabel: true,
      narrow: true,
      cell: (member) => (
        <Tooltip label={`Remove ${member.email}`}>
          <ActionIcon aria-label={`Remove ${member.email}`} onClick={() => onRemove(member)}>
            <IconUserMinus size={16} />
          </ActionIcon>
        </Tooltip>
      ),
    },
  ];
  return (
    <AdminTable
      label="Members"
      columns={columns}
      rows={members}
      rowKey={(member) => member.userId}
      sort={sort}
      onSort={onSort}
    />
  );
}

const byEmail = (member: Member) => member.email;
const byRole = ({ role }: Member) => roles.indexOf(role);
const byJoined = ({ joinedAt }: Member) => Date.parse(joinedAt);

function joined({ joinedAt }: Member) {
  return (
    <span className={classes.dim}>
      <Ago at={joinedAt} />
    </span>
  );
}

interface PersonProps {
  member: Member;
  self: boolean;
  problem: string | undefined;
}

function Person({ member, self, problem }: PersonProps) {
  return (
    <>
      <span className={classes.main}>{member.email}</span> {self ? <Badge>you</Badge> : null}
      {member.name && member.name !== member.email ? <div className={classes.dim}>{member.name}</div> : null}
      {problem ? (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      ) : null}
    </>
  );
}
