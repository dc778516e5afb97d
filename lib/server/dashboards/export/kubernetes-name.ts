import { createHash } from "node:crypto";
import { resourceName } from "./exported-file";

/** A name for a resource; uids that differ only in case or signs keep different ones. */
export function kubernetesName(text: string): string {
  const name = resourceName(text);
  if (name === text) return name;
  return `${name.slice(0, 56).replace(/-+$/, "")}-${createHash("sha256").update(text).digest("hex").slice(0, 6)}`;
}
