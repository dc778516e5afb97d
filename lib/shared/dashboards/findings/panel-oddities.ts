import type { JsonObject } from "@/lib/shared/json";
import { readNumber, readObject, readString } from "../read-json";
import { singlestatOddities } from "./field-oddities";
import type { ImportFinding } from "./finding";
import { nameOf, objectsAt, type Placed } from "./walk-document";

const angular = new Set([
  "graph",
  "singlestat",
  "table-old",
  "grafana-singlestat-panel",
  "grafana-piechart-panel",
]);

/** What is odd about one panel, its queries and field settings aside. */
export function panelOddities(panel: Placed, variables: ReadonlySet<string>): ImportFinding[] {
  return [
    ...typeOddities(panel),
    ...textOddities(panel),
    ...linkOddities(panel),
    ...repeatOddities(panel, variables),
    ...singlestatOddities(panel),
  ];
}

function typeOddities({ raw, path }: Placed): ImportFinding[] {
  const name = nameOf(raw);
  const type = readString(raw.type);
  const found: ImportFinding[] = [];
  if (angular.has(type)) {
    const message = `${name} is an Angular panel (${type}), which Grafana 12 shows no more. Upgrade it in the editor.`;
    found.push({ id: "panel-angular", severity: "info", path, message });
  }
  if (type !== "row" && raw.panels !== undefined) {
    const fix = { label: "Remove the key", changes: [{ path: [...path, "panels"] }] };
    const isEmpty = Array.isArray(raw.panels) && raw.panels.length === 0;
    const message = isEmpty
      ? `${name} is no row and yet has a list of panels, an empty one.`
      : `${name} is no row and yet has panels inside; they are drawn after it.`;
    found.push({ id: "panel-with-panels", severity: "info", path, message, ...(isEmpty && { fix }) });
  }
  if (typeof raw.height === "string" || (typeof raw.height === "number" && path[0] === "panels")) {
    const message = `${name} names a height of its own (${readString(raw.height)}); ${path[0] === "panels" ? "its place on the grid counts" : "it is read"}.`;
    found.push({ id: "panel-height", severity: "info", path: [...path, "height"], message });
  }
  return found;
}

function textOddities({ raw, path }: Placed): ImportFinding[] {
  if (readString(raw.type) !== "text" && readString(raw.type) !== "text2") return [];
  const content = readString(readObject(raw.options).content) || readString(raw.content);
  const at = raw.content === undefined ? [...path, "options", "content"] : [...path, "content"];
  const found: ImportFinding[] = [];
  const add = (id: string, severity: "warning" | "info", message: string) =>
    found.push({ id, severity, path: at, message });
  const name = nameOf(raw);
  if (/<script|<iframe|\son\w+\s*=|javascript:/i.test(content)) {
    add("text-script", "warning", `${name} holds scripts or frames, which are kept and not run here.`);
  }
  if (/<(?:img|svg)\b|!\[(?:[^\]!]|!(?!\[))*\]\(/i.test(content)) {
    add(
      "text-image",
      "info",
      `${name} shows an image from elsewhere; whether it loads depends on the page's policy.`,
    );
  }
  if (/<[a-z][a-z0-9]*[\s>/]/i.test(content)) {
    add("text-html", "info", `${name} is written in HTML; it is cleaned when shown.`);
  }
  return found;
}

function linkOddities({ raw, path }: Placed): ImportFinding[] {
  return objectsAt(raw.links, [...path, "links"]).flatMap((link) => hardWired(link, nameOf(raw)));
}

export function hardWired({ raw, path }: Placed, name: string): ImportFinding[] {
  const url = readString(raw.url);
  if (!/^\/(?!d\/|dashboard\/|dashboards|explore)[\w-]+\/(?:d|dashboard)\//.test(url)) return [];
  const message = `A link of ${name} leads to ${url.slice(0, 80)}, below the sub-path of another Grafana.`;
  return [{ id: "link-sub-path", severity: "warning", path: [...path, "url"], message }];
}

function repeatOddities({ raw, path }: Placed, variables: ReadonlySet<string>): ImportFinding[] {
  const repeat = readString(raw.repeat);
  if (!repeat || variables.has(repeat)) return [];
  const fix = { label: "Do not repeat it", changes: [{ path: [...path, "repeat"] }] };
  const message = `${nameOf(raw)} repeats by "${repeat}", a variable that does not exist; it is drawn once.`;
  return [{ id: "repeat-unknown", severity: "warning", path: [...path, "repeat"], message, fix }];
}

/** Ids that are missing or stand twice; a fix gives the next free numbers. */
export function idOddities(panels: readonly Placed[]): ImportFinding[] {
  const used = new Set<number>();
  let next = panels.reduce((most, { raw }) => Math.max(most, storedId(raw) ?? 0), 0) + 1;
  return panels.flatMap(({ raw, path }): ImportFinding[] => {
    const id = storedId(raw);
    if (id !== undefined && !used.has(id)) {
      used.add(id);
      return [];
    }
    const free = next++;
    const fix = { label: `Give it the id ${free}`, changes: [{ path: [...path, "id"], value: free }] };
    return [
      id === undefined
        ? { id: "panel-id-missing", severity: "info", path, message: `${nameOf(raw)} has no id.`, fix }
        : {
            id: "panel-id-repeated",
            severity: "warning",
            path,
            message: `${nameOf(raw)} has the id of another panel (${id}).`,
            fix,
          },
    ];
  });
}

function storedId(raw: JsonObject): number | undefined {
  const id = readNumber(raw.id);
  return id !== undefined && Number.isSafeInteger(id) ? id : undefined;
}
