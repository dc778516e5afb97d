import { headers } from "next/headers";
import { cache } from "react";
import { findSessionUser, type SessionUser } from "./find-session-user";
import { readSessionCookie } from "./session-cookie";

/** The signed-in person of a page, or null; asked once a request. */
export const getSessionUser = cache(async (): Promise<SessionUser | null> => {
  return findSessionUser(readSessionCookie((await headers()).get("cookie")));
});
