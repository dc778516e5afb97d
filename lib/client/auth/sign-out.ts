import { csrfToken } from "./csrf-token";

export async function signOut(): Promise<void> {
  const body = new URLSearchParams({ csrfToken: await csrfToken(), callbackUrl: "/sign-in", json: "true" });
  await fetch("/api/auth/signout", { method: "POST", body });
  window.location.assign("/sign-in");
}
