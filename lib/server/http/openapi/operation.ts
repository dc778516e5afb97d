import type { Permission } from "@/lib/shared/tenants/permissions";
import type { SchemaName } from "./schemas";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Operation {
  method: Method;
  /** Below /api. */
  path: string;
  summary: string;
  /** Who may: a permission in the tenant, any member, any signed-in person, platform administrators, or anybody. */
  who: Permission | "member" | "person" | "platform" | "anybody";
  body?: SchemaName;
  /** One thing, or a page of them. */
  answer?: { one: SchemaName } | { list: SchemaName } | { type: string };
  status?: 200 | 201 | 204;
  query?: Record<string, string>;
}

export const page = { limit: "How many at most.", cursor: "nextCursor of the page before." };
