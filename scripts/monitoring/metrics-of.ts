import { parser } from "@prometheus-io/lezer-promql";

/** Names of the metrics that an expression selects. Throws where PromQL does not parse. */
export function metricsOf(expr: string): string[] {
  const names = new Set<string>();
  parser.parse(expr).iterate({
    enter(node) {
      if (node.type.isError) throw new Error(`Not PromQL at ${node.from}: ${expr}`);
      if (node.name === "Identifier" && node.node.parent?.name === "VectorSelector") {
        names.add(expr.slice(node.from, node.to));
      }
    },
  });
  return [...names];
}
