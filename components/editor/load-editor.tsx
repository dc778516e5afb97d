"use client";

import dynamic from "next/dynamic";

/** The editor with its grid and query fields, loaded when a person edits and not before. */
export const LoadEditor = dynamic(() => import("./editor-page").then((m) => m.EditorPage), { ssr: false });
