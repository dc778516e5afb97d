import { ownTurn } from "./own-turn";

const longText = 1_000_000;

/** Between two steps over a long text, others get their turn; over a short one nothing is waited for. */
export async function giveWay(length: number): Promise<void> {
  if (length >= longText) await ownTurn();
}
