"use client";

import dynamic from "next/dynamic";
import { LoadingBar } from "@/components/dashboards/loading-bar";

const load = () => import("./editor-page").then((m) => m.EditorPage);
// Under way before the page around it works.
if (typeof window !== "undefined") load().catch(() => undefined);

/** The editor with its grid and query fields, loaded when a person edits and not before. */
export const LoadEditor = dynamic(load, {
  ssr: false,
  loading: () => (
    <div style={{ position: "relative" }}>
      <LoadingBar />
    </div>
  ),
});
