import { publicRoute } from "@/lib/server/http/public-route";
import { AppError } from "@/lib/shared/errors";

/** Programs that ask for an address that is not there get an error in the one shape, not a page. */
const unknown = publicRoute(async () => {
  throw new AppError("NOT_FOUND", "The interface has no such address. /api/openapi.json lists all of them.");
});

export {
  unknown as DELETE,
  unknown as GET,
  unknown as HEAD,
  unknown as OPTIONS,
  unknown as PATCH,
  unknown as POST,
  unknown as PUT,
};
