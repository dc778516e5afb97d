import { type Matrix, startOf } from "./matrix";

/** The matrix in Prometheus' envelope, with remarks of our own added to those of the engine. */
export function renderMatrix(matrix: Matrix, ownWarnings: readonly string[] = []): Buffer<ArrayBuffer> {
  if (matrix.asItCame && ownWarnings.length === 0) return matrix.asItCame;
  const chunks: (Buffer | string)[] = ['{"status":"success","data":{"resultType":"matrix","result":['];
  let previous: string | null = null;
  for (const lane of matrix.lanes) {
    const more = lane.metric === previous;
    const opened = more ? "," : `${previous === null ? "" : "},"}{"metric":${lane.metric},`;
    chunks.push(`${opened}"${lane.kind}":[`);
    chunks.push(
      matrix.bytes.subarray(startOf(matrix, lane, lane.first), matrix.ends[lane.end - 1] ?? lane.at),
    );
    chunks.push("]");
    previous = lane.metric;
  }
  const remarks = {
    ...some("warnings", [...ownWarnings, ...matrix.warnings]),
    ...some("infos", matrix.infos),
  };
  const rest = JSON.stringify(remarks).slice(1);
  chunks.push(`${previous === null ? "" : "}"}]}${rest === "}" ? rest : `,${rest}`}`);
  return joinChunks(chunks);
}

function some(name: string, texts: readonly string[]): Record<string, readonly string[]> {
  return texts.length > 0 ? { [name]: texts } : {};
}

function joinChunks(chunks: readonly (Buffer | string)[]): Buffer<ArrayBuffer> {
  let size = 0;
  for (const chunk of chunks) size += typeof chunk === "string" ? Buffer.byteLength(chunk) : chunk.length;
  const joined = Buffer.allocUnsafeSlow(size);
  let at = 0;
  for (const chunk of chunks) {
    at += typeof chunk === "string" ? joined.write(chunk, at) : chunk.copy(joined, at);
  }
  return joined;
}
