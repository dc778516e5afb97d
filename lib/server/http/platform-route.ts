import { AppError } from "@/lib/shared/errors";
import type { RouteHandler } from "./tenant-route";
import { type UserRequest, userRoute } from "./user-route";

const platformRoutes = new WeakSet<object>();

export function isPlatformRoute(handler: unknown): boolean {
  return typeof handler === "function" && platformRoutes.has(handler);
}

/** A handler for platform administrators: tenants, their quotas and usage, never their content. */
export function platformRoute<Params = unknown>(
  handle: (input: UserRequest<Params>) => Promise<Response>,
): RouteHandler {
  const handler = userRoute<Params>(async (input) => {
    if (!input.ctx.user.isPlatformAdmin) {
      throw new AppError("FORBIDDEN", "Only platform administrators may do this.");
    }
    return handle(input);
  });
  platformRoutes.add(handler);
  return handler;
}
