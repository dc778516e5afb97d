import { setImmediate as pause } from "node:timers/promises";
import { composeMatrix } from "./cache/compose-matrix";
import { matrixData } from "./cache/matrix-data";
import { MatrixScanner } from "./cache/matrix-scanner";
import { readMatrix } from "./cache/read-matrix";
import { renderMatrix } from "./cache/render-matrix";
import { scanMatrix } from "./cache/scan-matrix";
import { frameInPieces } from "./frame-in-pieces";
import { parseInPieces } from "./parse-in-pieces";
import { printInPieces } from "./print-in-pieces";

const rounds = 6;
const series = 16;
const points = 700;
const stepSeconds = 15;
const readBytes = 65_536;

/**
 * Runs once what large answers go through, in short turns: code that is not compiled yet would hold up the first of
 * them, and everybody with it.
 */
export async function warmUp(): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(answer()));
  const grid = { startSeconds: 0, endSeconds: (points - 1) * stepSeconds, stepSeconds };
  for (let round = 0; round < rounds; round++) {
    scanAsItComes(bytes);
    await pause();
    const matrix = await scanMatrix(bytes);
    if (!matrix) throw new Error("The gateway cannot read its own words.");
    renderMatrix(await composeMatrix([{ matrix, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER }]));
    await pause();
    const data = await matrixData(matrix);
    await frameInPieces(data, "range", grid);
    await pause();
    await printInPieces(await parseInPieces(bytes));
    await pause();
    await readMatrix(data, { warnings: [], infos: [] });
    await pause();
  }
}

/** As a connection hands it over. */
function scanAsItComes(bytes: Buffer): void {
  const scanner = new MatrixScanner(bytes.length);
  for (let at = 0; at < bytes.length; at += readBytes) scanner.add(bytes.subarray(at, at + readBytes));
  scanner.finish();
}

function answer(): unknown {
  const result = Array.from({ length: series }, (_, index) => ({
    metric: { __name__: "warm_up", index: String(index) },
    values: Array.from({ length: points }, (_, at) => [at * stepSeconds + 0.5 * (index % 2), String(at / 7)]),
  }));
  return { status: "success", data: { resultType: "matrix", result } };
}
