"use client";

import dynamic from "next/dynamic";

/** The findings with all rules, loaded when somebody looks at them. */
export const LoadLintDrawer = dynamic(() => import("./lint-drawer").then((m) => m.LintDrawer), {
  ssr: false,
});
