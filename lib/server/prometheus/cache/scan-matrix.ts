import { ownTurn } from "@/lib/server/own-turn";
import type { Matrix } from "./matrix";
import { MatrixScanner } from "./matrix-scanner";

/** About 5 ms of work. */
const turnBytes = 1_000_000;

/** The text of a whole range answer as Prometheus writes it, letting others go on in between; null for anything else. */
export async function scanMatrix(bytes: Buffer<ArrayBuffer>): Promise<Matrix | null> {
  const scanner = new MatrixScanner(bytes.length);
  for (let at = 0; at < bytes.length; at += turnBytes) {
    if (at > 0) await ownTurn();
    scanner.add(bytes.subarray(at, at + turnBytes));
  }
  return scanner.finish();
}
