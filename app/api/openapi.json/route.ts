import { buildOpenapi } from "@/lib/server/http/openapi/build-openapi";

export function GET(): Response {
  return Response.json(buildOpenapi());
}
