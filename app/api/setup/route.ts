import { createFirstAdministrator, FirstAdministrator } from "@/lib/server/auth/first-administrator";
import { publicRoute } from "@/lib/server/http/public-route";
import { created } from "@/lib/server/http/responses";

export const POST = publicRoute(async ({ body }) =>
  created(await createFirstAdministrator(FirstAdministrator.parse(await body()))),
);
