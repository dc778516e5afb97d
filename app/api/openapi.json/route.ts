import { buildOpenapi } from "@/lib/server/http/openapi/build-openapi";
import packageJson from "@/package.json";

export function GET(): Response {
  return Response.json(buildOpenapi(packageJson.version));
}
