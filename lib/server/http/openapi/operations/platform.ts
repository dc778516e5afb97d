import type { Operation } from "../operation";

const tenant = "/v1/tenants/{tenant}";

export const platform: readonly Operation[] = [
  {
    method: "POST",
    path: "/setup",
    summary: "Make the first administrator, once",
    who: "anybody",
    body: "FirstAdministrator",
    status: 201,
  },
  {
    method: "DELETE",
    path: "/v1/account/sessions",
    summary: "End all of one's sessions",
    who: "person",
    status: 204,
  },
  {
    method: "PUT",
    path: "/v1/account/password",
    summary: "Change one's password; ends all of one's sessions",
    who: "person",
    body: "ChangedPassword",
    status: 204,
  },
  {
    method: "POST",
    path: "/v1/invitations/accept",
    summary: "Join a tenant",
    who: "anybody",
    body: "AcceptedInvitation",
    answer: { one: "JoinedTenant" },
  },
  {
    method: "GET",
    path: "/v1/tenants",
    summary: "One's tenants; all of them with their usage for platform administrators",
    who: "person",
    query: { scope: "`all` for platform administrators." },
    answer: { list: "MyTenant" },
  },
  {
    method: "POST",
    path: "/v1/tenants",
    summary: "Make a tenant",
    who: "platform",
    body: "NewTenant",
    answer: { one: "MyTenant" },
    status: 201,
  },
  {
    method: "GET",
    path: tenant,
    summary: "The tenant and one's role in it",
    who: "member",
    answer: { one: "MyTenant" },
  },
  {
    method: "PATCH",
    path: tenant,
    summary: "Rename, suspend or resume a tenant",
    who: "platform",
    body: "ChangedTenant",
  },
  {
    method: "POST",
    path: `${tenant}/enter`,
    summary: "Become admin of a tenant, which its audit log shows",
    who: "platform",
    answer: { one: "MyTenant" },
  },
];
