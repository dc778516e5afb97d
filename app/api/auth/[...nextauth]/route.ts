import { authRoute } from "@/lib/server/http/auth-route";

export const GET = authRoute;
export const POST = authRoute;
