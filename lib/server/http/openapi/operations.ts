import type { Operation } from "./operation";
import { administration } from "./operations/administration";
import { dashboards } from "./operations/dashboards";
import { datasources } from "./operations/datasources";
import { library } from "./operations/library";
import { platform } from "./operations/platform";
import { publishing } from "./operations/publishing";

/** The HTTP interface as one table; a test compares it with the route files. */
export const operations: readonly Operation[] = [
  ...platform,
  ...dashboards,
  ...library,
  ...datasources,
  ...publishing,
  ...administration,
];
