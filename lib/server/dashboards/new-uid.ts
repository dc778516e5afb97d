import { randomBytes } from "node:crypto";

/** A fresh uid of 14 characters that Grafana accepts. */
export function newUid(): string {
  return randomBytes(10).toString("base64url");
}
