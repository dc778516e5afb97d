import { dashboardPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

export const dashboardUnique: LintRule = {
  id: "dashboard-unique",
  title: "Uid and title belong to this dashboard alone",
  severity: "warning",
  why: "Of two dashboards with one uid the later import overwrites the earlier; of two with one title people open the wrong one.",
  check: ({ dashboard: { uid, title }, facts }) => {
    const sameUid = uid === null ? undefined : facts.others.find((other) => other.uid === uid);
    const sameTitle = facts.others.find((other) => other.title === title && title !== "");
    return [
      ...(sameUid
        ? [
            {
              severity: "error" as const,
              message: `"${sameUid.title}" (${sameUid.place}) has the uid "${uid}" too.`,
              place: dashboardPlace("uid"),
            },
          ]
        : []),
      ...(sameTitle
        ? [
            {
              message: `Another dashboard (${sameTitle.place}) has this title.`,
              place: dashboardPlace("title"),
            },
          ]
        : []),
    ];
  },
};
