import { ownTurn } from "@/lib/server/own-turn";
import { GatewayError } from "@/lib/server/prometheus/gateway-error";
import type { Explaining } from "./explaining";

/**
 * Whether Prometheus takes the expression as it is written: its parts are asked in other words, which hide some mistakes and
 * move the places of others.
 *
 * @throws GatewayError of the type bad_data
 */
export async function assertRuns({ expr, grid, source }: Explaining): Promise<void> {
  await ownTurn();
  try {
    await source.vector(expr, grid.endSeconds);
  } catch (error) {
    // Whatever else is wrong shows in what is asked besides.
    if (error instanceof GatewayError && error.errorType === "bad_data") throw error;
  }
}
