import { z } from "zod";
import { Document } from "@/lib/shared/dashboards/dashboard";

/** A dashboard that a Grafana has, as its search lists it. */
export const TargetDashboard = z.object({
  uid: z.string(),
  title: z.string(),
  folderTitle: z.string().nullable(),
});
export type TargetDashboard = z.infer<typeof TargetDashboard>;

export const TargetDashboardWithDocument = TargetDashboard.extend({ document: Document });
