"use client";

import { createContext, useContext } from "react";
import type { DatasourceRef } from "@/lib/shared/dashboards/reading-model";

export interface EditorDatasource {
  uid: string;
  name: string;
  isDefault: boolean;
}

export interface EditorContextValue {
  tenant: string;
  datasources: readonly EditorDatasource[];
  /** The console datasource that a reference means, with datasource variables resolved. */
  datasourceUidOf: (ref: DatasourceRef | null) => string;
  /** What a panel may name: the default, the datasource variables, the datasources; `current` is always among them. */
  datasourceChoices: (current: string) => { value: string; label: string }[];
  /** Says "run" when a person wants the answer now instead of after the typing. */
  runs: EventTarget;
}

const EditorContext = createContext<EditorContextValue | null>(null);

export const EditorProvider = EditorContext.Provider;

export function useEditor(): EditorContextValue {
  const value = useContext(EditorContext);
  if (!value) throw new Error("useEditor needs an EditorProvider above it.");
  return value;
}
