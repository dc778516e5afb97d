import { changePassword } from "@/lib/server/auth/change-password";
import { noContent } from "@/lib/server/http/responses";
import { userRoute } from "@/lib/server/http/user-route";

/** Ends every session of the person, this one too: sign in with the new password. */
export const PUT = userRoute(async ({ ctx, body }) => {
  await changePassword(ctx, await body());
  return noContent();
});
