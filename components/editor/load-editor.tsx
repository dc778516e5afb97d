"use client";

import dynamic from "next/dynamic";

const load = () => import("./editor-page").then((m) => m.EditorPage);
// Under way before the page around it works.
if (typeof window !== "undefined") load().catch(() => undefined);

/** The editor with its grid and query fields, loaded when a person edits and not before. */
export const LoadEditor = dynamic(load, { ssr: false });
