import type { Endpoint } from "./endpoints";
import { GatewayError } from "./gateway-error";

export type Params = ReadonlyMap<string, readonly string[]>;

/** No client sends so many; each costs. */
const maxParams = 1_000;

/** Parameters that the console itself asks with. */
export function toParams(values: Record<string, string | number | string[]>): Params {
  return new Map(Object.entries(values).map(([name, value]) => [name, [value].flat().map(String)]));
}

/**
 * Listed parameters by name; others are dropped. A listed one that comes twice, in URL and body, in other case or
 * with brackets is refused, because two readers might take different ones of them.
 */
export function readParams(endpoint: Endpoint, ...sources: URLSearchParams[]): Params {
  const params = new Map<string, string[]>();
  const seenIn = new Map<string, URLSearchParams>();
  if (sources.reduce((count, { size }) => count + size, 0) > maxParams)
    throw bad(`At most ${maxParams} parameters are taken in one request.`);
  const listed = new Map(Object.keys(endpoint.params).map((name) => [bareName(name), name]));
  for (const source of sources) {
    for (const [key, value] of source) {
      const name = listed.get(bareName(key)) ?? null;
      if (name === null) continue;
      if (name !== key) throw bad(`The parameter "${name}" must be written exactly so.`);
      const kind = endpoint.params[name]?.kind;
      const many = kind === "matchers" || kind === "names";
      const earlier = params.get(name);
      if (earlier && !many) throw bad(`The parameter "${name}" is given more than once.`);
      if (earlier && seenIn.get(name) !== source)
        throw bad(`The parameter "${name}" is given in the URL and in the body.`);
      seenIn.set(name, source);
      params.set(name, [...(earlier ?? []), value]);
    }
  }
  for (const [name, { required }] of Object.entries(endpoint.params)) {
    if (required && !params.get(name)?.[0]) throw bad(`The parameter "${name}" is missing.`);
  }
  return params;
}

function bareName(key: string): string {
  return key.trim().toLowerCase().replace(/\[.*$/s, "");
}

function bad(message: string): GatewayError {
  return new GatewayError("bad_data", message);
}
