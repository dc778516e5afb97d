import { createHash, randomBytes } from "node:crypto";

/** Tokens are 32 random bytes, so a plain hash is as good as a slow one, and can be looked up. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function newApiToken(): { token: string; hash: string; prefix: string } {
  const token = `psm_${randomBytes(32).toString("base64url")}`;
  return { token, hash: hashToken(token), prefix: token.slice(0, 10) };
}

/** Made the same way; whoever has it may join the tenant it was made for. */
export function newInvitationToken(): string {
  return randomBytes(32).toString("base64url");
}
