import { setImmediate as pause } from "node:timers/promises";
import { parseInPieces } from "@/lib/server/parse-in-pieces";
import { enforceMatchers } from "@/lib/shared/promql/enforce";
import { expressionTree } from "@/lib/shared/promql/explain/expression-tree";
import { composeMatrix } from "./cache/compose-matrix";
import { matrixData } from "./cache/matrix-data";
import { MatrixScanner } from "./cache/matrix-scanner";
import { readMatrix } from "./cache/read-matrix";
import { renderMatrix } from "./cache/render-matrix";
import { scanMatrix } from "./cache/scan-matrix";
import { frameInPieces } from "./frame-in-pieces";
import { printInPieces } from "./print-in-pieces";

const rounds = 6;
const series = 16;
const points = 700;
const stepSeconds = 15;
const readBytes = 65_536;
const histograms = { points: 40, buckets: 60 };
const part =
  'sum by (job) (rate(a_total{b="c",d=~"e|f.*"}[5m] offset 1m)) / on (job) group_left (g) max(h{i!="j"})';
const expression = `${Array.from({ length: 12 }, () => part).join(" + ")} > bool 1 or vector(0)`;

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
    enforceMatchers(expression, { tenant_id: ["a", "b"] });
    await pause();
    expressionTree(expression);
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
  const lines = Array.from({ length: series }, (_, index) => ({
    metric: { __name__: "warm_up", index: String(index) },
    values: Array.from({ length: points }, (_, at) => [at * stepSeconds + 0.5 * (index % 2), String(at / 7)]),
  }));
  const buckets = Array.from({ length: histograms.buckets }, (_, at) => [
    0,
    `${at / 10}`,
    `${at + 1}`,
    `${at}`,
  ]);
  const spread = {
    metric: { __name__: "warm_up", index: "spread" },
    histograms: Array.from({ length: histograms.points }, (_, at) => [
      at * stepSeconds,
      { count: "60", sum: "31.4", buckets },
    ]),
  };
  return { status: "success", data: { resultType: "matrix", result: [...lines, spread] } };
}
