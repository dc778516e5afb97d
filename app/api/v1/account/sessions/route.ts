import { endSessions } from "@/lib/server/auth/end-sessions";
import { noContent } from "@/lib/server/http/responses";
import { userRoute } from "@/lib/server/http/user-route";

/** Ends every session of the person, this one too. */
export const DELETE = userRoute(async ({ ctx }) => {
  await endSessions(ctx.user.id);
  return noContent();
});
