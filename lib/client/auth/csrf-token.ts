/** next-auth accepts a sign-in or sign-out only together with the token of the same browser. */
export async function csrfToken(): Promise<string> {
  const response = await fetch("/api/auth/csrf");
  const answer: unknown = await response.json();
  const token = (answer as { csrfToken?: unknown }).csrfToken;
  return typeof token === "string" ? token : "";
}
