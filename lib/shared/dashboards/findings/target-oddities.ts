import { freeRefIds } from "../free-ref-ids";
import { readNumber, readString } from "../read-json";
import type { ImportFinding } from "./finding";
import { nameOf, objectsAt, type Placed } from "./walk-document";

/** What is odd about the queries of a panel. */
export function targetOddities(panel: Placed): ImportFinding[] {
  const targets = objectsAt(panel.raw.targets, [...panel.path, "targets"]);
  const name = nameOf(panel.raw);
  return [...refIdOddities(targets, name), ...targets.flatMap((target) => queryOddities(target, name))];
}

function refIdOddities(targets: readonly Placed[], name: string): ImportFinding[] {
  const nextFree = freeRefIds(new Set(targets.map(({ raw }) => readString(raw.refId))));
  const used = new Set<string>();
  return targets.flatMap(({ raw, path }): ImportFinding[] => {
    const own = readString(raw.refId);
    if (own && !used.has(own)) {
      used.add(own);
      return [];
    }
    const free = nextFree();
    const fix = { label: `Name the query ${free}`, changes: [{ path: [...path, "refId"], value: free }] };
    return own
      ? [
          {
            id: "refid-repeated",
            severity: "warning",
            path,
            message: `${name} has two queries called ${own}; the later one reads as ${free}.`,
            fix,
          },
        ]
      : [{ id: "refid-missing", severity: "info", path, message: `A query of ${name} has no refId.`, fix }];
  });
}

function queryOddities({ raw, path }: Placed, name: string): ImportFinding[] {
  const found: ImportFinding[] = [];
  const { expr, intervalFactor } = raw;
  if (typeof expr === "string") found.push(...textOddities(expr, [...path, "expr"], name));
  if (typeof intervalFactor === "string") {
    const value = readNumber(intervalFactor);
    found.push({
      id: "interval-factor-text",
      severity: "info",
      path: [...path, "intervalFactor"],
      message: `The interval factor of ${name} is a text.`,
      ...(value !== undefined && {
        fix: { label: "Store it as a number", changes: [{ path: [...path, "intervalFactor"], value }] },
      }),
    });
  }
  return found;
}

function textOddities(expr: string, path: Placed["path"], name: string): ImportFinding[] {
  const found: ImportFinding[] = [];
  const tidy = expr.replaceAll("\r\n", "\n").replaceAll("\r", "\n").trim();
  if (expr.includes("\r")) {
    found.push({
      id: "expr-carriage-return",
      severity: "info",
      path,
      message: `An expression of ${name} holds carriage returns.`,
      fix: { label: "Write plain line ends", changes: [{ path, value: tidy }] },
    });
  } else if (expr !== tidy) {
    found.push({
      id: "expr-whitespace",
      severity: "info",
      path,
      message: `An expression of ${name} has blanks around it.`,
      fix: { label: "Trim it", changes: [{ path, value: tidy }] },
    });
  }
  const template = /%\([A-Za-z_]\w*\)[sdfr]/.exec(expr)?.[0];
  if (template) {
    found.push({
      id: "jsonnet-placeholder",
      severity: "warning",
      path,
      message: `An expression of ${name} holds ${template}, which Jsonnet has not filled in. Write the value there.`,
    });
  }
  return found;
}
