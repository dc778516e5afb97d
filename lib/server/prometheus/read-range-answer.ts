import type { Matrix } from "./cache/matrix";
import { readMatrix } from "./cache/read-matrix";
import { scanMatrix } from "./cache/scan-matrix";
import { cleanText } from "./clean-text";
import type { PrometheusDatasource } from "./datasource";
import { GatewayError } from "./gateway-error";
import { readAnswer } from "./read-answer";
import type { UpstreamAnswer } from "./upstream";

/** A range answer in columns: as Prometheus spells it in one go, of any other spelling by way of JSON. */
export async function readRangeAnswer(
  answer: UpstreamAnswer,
  datasource: Pick<PrometheusDatasource, "url" | "headers">,
): Promise<Matrix> {
  const scanned = answer.status === 200 ? await scanMatrix(answer.bytes) : null;
  if (scanned) {
    const clean = (texts: string[]) => texts.map((text) => cleanText(text, datasource));
    return { ...scanned, warnings: clean(scanned.warnings), infos: clean(scanned.infos) };
  }
  const { data, warnings, infos } = await readAnswer("query_range", answer, datasource);
  const read = await readMatrix(data, { warnings, infos });
  if (read) return read;
  throw new GatewayError("unavailable", "The datasource's answer has points that cannot be read.", {
    details: { reason: "not_prometheus" },
  });
}
