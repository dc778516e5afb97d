import { csrfToken } from "./csrf-token";

export type SignInOutcome = "signed-in" | "wrong" | "throttled" | "unreachable";

export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  try {
    const body = new URLSearchParams({
      email,
      password,
      csrfToken: await csrfToken(),
      callbackUrl: "/",
      json: "true",
    });
    const response = await fetch("/api/auth/callback/credentials", { method: "POST", body });
    if (response.status === 429) return "throttled";
    const answer: unknown = await response.json().catch(() => null);
    return outcomeOf(response.status, (answer as { url?: unknown } | null)?.url);
  } catch {
    return "unreachable";
  }
}

/** next-auth tells the reason in the address it would redirect to. */
export function outcomeOf(status: number, url: unknown): SignInOutcome {
  const error = typeof url === "string" ? new URL(url, "http://local").searchParams.get("error") : null;
  if (error !== null && /throttl|too many|rate/i.test(error)) return "throttled";
  if (status === 401 || error !== null) return "wrong";
  return status < 400 ? "signed-in" : "unreachable";
}
