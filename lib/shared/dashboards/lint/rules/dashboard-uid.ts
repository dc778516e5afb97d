import { Uid } from "@/lib/shared/dashboards/dashboard";
import { dashboardPlace } from "../lint-places";
import type { LintRule } from "../lint-rule";

export const dashboardUid: LintRule = {
  id: "dashboard-uid",
  title: "The dashboard has a uid that Grafana takes",
  severity: "hint",
  why: "Links name the uid. Without one every import makes another dashboard.",
  check: ({ dashboard: { uid } }) => {
    const place = dashboardPlace("uid");
    if (uid === null) return [{ message: "The dashboard has no uid of its own.", place }];
    if (Uid.safeParse(uid).success) return [];
    return [
      {
        severity: "error",
        message: `Grafana refuses the uid "${uid}": 1 to 40 of A-Z, a-z, 0-9, _ and -.`,
        place,
      },
    ];
  },
};
