import type { Metric } from "prom-client";
import type { Reading } from "../family/family.ts";
import { samplesOf } from "../family/samples.ts";

/** A prom-client metric whose values are the latest reading, to the digit. */
export function modelMetric(name: string, latest: () => Reading | undefined): Metric {
  return asPromClientMetric({ name, get: async () => exposed(name, latest()) });
}

/** prom-client's types admit its own four classes only, while its registry asks for no more than a name and `get`. */
function asPromClientMetric(metric: { name: string; get(): Promise<object> }): Metric {
  return metric as unknown as Metric;
}

function exposed(name: string, reading: Reading | undefined): object {
  if (!reading) throw new Error(`${name} was asked for before its first reading.`);
  const values = samplesOf(reading).map((sample) => ({
    metricName: sample.name,
    labels: sample.labels,
    value: sample.value,
  }));
  return { name, help: reading.help, type: reading.type, values, aggregator: "sum" };
}
