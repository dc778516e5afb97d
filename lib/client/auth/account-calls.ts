import { callApi } from "@/lib/client/api-client";
import { signIn } from "./sign-in";

interface PasswordChange {
  email: string;
  current: string;
  password: string;
}

/** The session that asks ends with all others, so this place signs in anew. */
export async function changePassword({ email, current, password }: PasswordChange): Promise<void> {
  await callApi<void>("/api/v1/account/password", { method: "PUT", body: { current, password } });
  if ((await signIn(email, password)) !== "signed-in") window.location.assign("/sign-in");
}

export async function endAllSessions(): Promise<void> {
  await callApi<void>("/api/v1/account/sessions", { method: "DELETE" });
  window.location.assign("/sign-in");
}
