import { findPanelPlace } from "../find-panel-place";
import { panelPlace, queryPlace } from "../lint-places";
import type { LintPlace, LintRule } from "../lint-rule";
import type { LintSubject } from "../lint-subject";
import { drawsData } from "../panel-kinds";
import { referencesIn } from "../used-variables";

const grafanasOwn = /^(__.+|\d+|timeFilter|interval|timeFrom|timeTo)$/;

interface Mention {
  names: string[];
  place: LintPlace;
  inQuery: boolean;
}

export const variableUndefined: LintRule = {
  id: "variable-undefined",
  title: "Every variable that is named exists",
  severity: "warning",
  why: "An unknown name goes to Prometheus as it is written: the query finds nothing or is refused.",
  check: (subject) => {
    const places = new Map<string, Mention[]>();
    for (const mention of [...inQueries(subject), ...inTexts(subject)]) {
      for (const name of new Set(mention.names)) {
        if (subject.defined.has(name) || grafanasOwn.test(name)) continue;
        places.set(name, [...(places.get(name) ?? []), mention]);
      }
    }
    // One cause is one finding, at the first place that it breaks.
    return [...places].flatMap(([name, mentions]) => {
      const first = mentions.find(({ inQuery }) => inQuery) ?? mentions[0];
      if (!first) return [];
      const more = mentions.length === 1 ? "" : ` It is named in ${mentions.length} places.`;
      return [
        {
          severity: first.inQuery ? ("error" as const) : ("warning" as const),
          message: `$${name} is no variable of this dashboard.${more}`,
          place: first.place,
        },
      ];
    });
  },
};

function inQueries({ queries }: LintSubject): Mention[] {
  return queries.map((query) => ({
    names: referencesIn(query.expr),
    place: queryPlace(query),
    inQuery: true,
  }));
}

/** Titles, legends, steps, repetition and datasources; free text may hold a $ of its own. */
function inTexts(subject: LintSubject): Mention[] {
  const { panels, rows } = subject.dashboard;
  const mention = (text: string, place: LintPlace): Mention => ({
    names: referencesIn(text),
    place,
    inQuery: false,
  });
  return [
    ...panels
      .filter(drawsData)
      .flatMap((panel) => [
        mention(panel.title, panelPlace(panel, "title")),
        mention(panel.interval, panelPlace(panel, "interval")),
        mention(panel.datasource?.uid ?? "", panelPlace(panel, "datasource")),
        ...panel.targets.map(({ legendFormat, interval, refId }) =>
          mention(`${legendFormat} ${interval}`, { ...panelPlace(panel, "targets"), refId }),
        ),
      ]),
    ...rows.map(({ title, path }) => mention(title, findPanelPlace(subject, [...path, "title"]))),
    ...[...panels, ...rows].map(({ repeat, path }) => ({
      names: repeat ? [repeat] : [],
      place: findPanelPlace(subject, [...path, "repeat"]),
      inQuery: false,
    })),
  ];
}
