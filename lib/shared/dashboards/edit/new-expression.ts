import type { Json, JsonObject } from "@/lib/shared/json";
import { nextRefId } from "./targets";

/** Grafana's own name for what is computed from other queries. */
const datasource = { type: "__expr__", uid: "__expr__" };

/** The kinds that are computed here, each with the settings that Grafana starts it with. */
const beginnings = {
  math: {},
  reduce: { reducer: "mean", settings: { mode: "dropNN" } },
  resample: { window: "1m", downsampler: "mean", upsampler: "fillna" },
  threshold: { conditions: [{ evaluator: { type: "gt", params: [0] } }] },
} satisfies Record<string, JsonObject>;

export type ExpressionKind = keyof typeof beginnings;

export function isExpressionKind(kind: unknown): kind is ExpressionKind {
  return typeof kind === "string" && Object.hasOwn(beginnings, kind);
}

/** An expression on the query before it. */
export function newExpression(targets: readonly Json[], inputs: readonly string[]): JsonObject {
  const input = inputs.at(-1);
  const expression = input === undefined ? "" : `$${input}`;
  return { refId: nextRefId(targets), datasource, type: "math", expression };
}

/** The same expression as another kind: its name and its input stay, what only the old kind knows goes. */
export function asExpressionKind(expression: JsonObject, kind: ExpressionKind): JsonObject {
  const { refId, hide, datasource: own } = expression;
  const text = typeof expression.expression === "string" ? expression.expression : "";
  const [, input = ""] = /^\s*\$?\{?(\w+)\}?/.exec(text) ?? [];
  return {
    ...(refId === undefined ? {} : { refId }),
    ...(hide === undefined ? {} : { hide }),
    datasource: own ?? datasource,
    type: kind,
    expression: kind === "math" ? (input === "" ? text : `$${input}`) : input,
    ...beginnings[kind],
  };
}
