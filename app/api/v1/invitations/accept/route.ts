import { findSessionUser } from "@/lib/server/auth/find-session-user";
import { readSessionCookie } from "@/lib/server/auth/session-cookie";
import { publicRoute } from "@/lib/server/http/public-route";
import { ok } from "@/lib/server/http/responses";
import { acceptInvitation } from "@/lib/server/tenants/accept-invitation";

export const POST = publicRoute(async ({ facts, request, body }) => {
  const user = await findSessionUser(readSessionCookie(request.headers.get("cookie")));
  return ok(await acceptInvitation({ ...facts, user }, await body()));
});
