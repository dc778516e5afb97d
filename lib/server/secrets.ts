import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { AppError } from "@/lib/shared/errors";
import { secret } from "./env";

const format = "v1";

function encryptionKey(): Buffer {
  return Buffer.from(hkdfSync("sha256", secret(), "panelsmith", "stored-secrets", 32));
}

/**
 * Encrypts a secret for the database with AES-256-GCM.
 * @param boundTo what the secret belongs to (tenant and URL, say): it can be read back only with the same text.
 */
export function encryptSecret(text: string, boundTo: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", encryptionKey(), iv);
  cipher.setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [format, iv, cipher.getAuthTag(), body]
    .map((part) => (typeof part === "string" ? part : part.toString("base64url")))
    .join(".");
}

/** @throws AppError INVALID_INPUT when the secret was stored for something else or under another key. */
export function decryptSecret(stored: string, boundTo: string): string {
  try {
    const [version, iv, tag, body] = stored.split(".");
    if (version !== format || !iv || !tag || body === undefined) throw new Error("unknown format");
    const decipher = createDecipheriv("aes-256-gcm", encryptionKey(), Buffer.from(iv, "base64url"));
    decipher.setAAD(Buffer.from(boundTo));
    decipher.setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString(
      "utf8",
    );
  } catch {
    throw new AppError(
      "INVALID_INPUT",
      "The stored secret cannot be read: it belongs to another address, or PANELSMITH_SECRET has changed. Enter it again.",
    );
  }
}
