import { createHash } from "node:crypto";
import type { JsonObject } from "@/lib/shared/json";
import { canonicalContent } from "@/lib/shared/publish/canonical-content";

/** Equal for equal content: order of keys and Grafana's own counters do not matter. */
export function contentHash(document: JsonObject): string {
  return createHash("sha256").update(canonicalContent(document)).digest("hex");
}

export interface PublicationHashes {
  /** Of what was sent. */
  sentHash: string;
  /** Of what Grafana made of it, which may differ: it replaces a short refresh, later releases migrate the schema. */
  remoteHash: string;
}

export function joinHashes({ sentHash, remoteHash }: PublicationHashes): string {
  return `${sentHash}.${remoteHash}`;
}

export function splitHashes(text: string): PublicationHashes {
  const [sentHash = "", remoteHash = sentHash] = text.split(".");
  return { sentHash, remoteHash };
}
