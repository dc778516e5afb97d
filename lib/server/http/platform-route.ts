import { AppError } from "@/lib/shared/errors";
import type { RouteHandler } from "./tenant-route";
import { type UserRequest, userRoute } from "./user-route";

/** A handler for platform administrators: tenants, their quotas and usage, never their content. */
export function platformRoute<Params = unknown>(
  handle: (input: UserRequest<Params>) => Promise<Response>,
): RouteHandler {
  return userRoute<Params>(async (input) => {
    if (!input.ctx.user.isPlatformAdmin) {
      throw new AppError("FORBIDDEN", "Only platform administrators may do this.");
    }
    return handle(input);
  });
}
