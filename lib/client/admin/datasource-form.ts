import type { z } from "zod";
import {
  ChangedDatasource,
  type Datasource,
  NewDatasource,
  TestedNewDatasource,
} from "@/lib/shared/prometheus/datasource";
import { fromMatcherRows, toMatcherRows } from "./matcher-rows";
import { fromPairs, type PairRow } from "./pair-rows";

export interface DatasourceForm {
  name: string;
  /** Only of a new one; empty lets the console choose. */
  uid: string;
  url: string;
  matchers: PairRow[];
  enforceConflict: Datasource["enforceConflict"];
  /** Secret headers are written, never read: those stored are kept, replaced or removed as a whole. */
  headerMode: "keep" | "replace" | "none";
  headers: PairRow[];
  isDefault: boolean;
}

/** By field: `name`, `uid`, `url`, `matchers`, `headers`; of a line by its id. */
export type FormProblems = Readonly<Record<string, string>>;

export interface CheckedForm {
  body: Record<string, unknown>;
  problems: FormProblems;
}

export function toForm(saved: Datasource | null): DatasourceForm {
  return {
    name: saved?.name ?? "",
    uid: saved?.uid ?? "",
    url: saved?.url ?? "",
    matchers: toMatcherRows(saved?.matchers ?? {}),
    enforceConflict: saved?.enforceConflict ?? "empty",
    headerMode: saved?.hasHeaders ? "keep" : "none",
    headers: [],
    isDefault: saved?.isDefault ?? false,
  };
}

/** What to send, and what is wrong with it; it may be sent when nothing is. */
export function checkForm(form: DatasourceForm, saved: Datasource | null): CheckedForm {
  const matchers = fromMatcherRows(form.matchers);
  const headers = fromPairs(form.headerMode === "replace" ? form.headers : [], { ignoreCase: true });
  const body = {
    name: form.name,
    url: form.url.trim(),
    matchers: matchers.record,
    enforceConflict: form.enforceConflict,
    ...(saved === null && form.uid.trim() !== "" ? { uid: form.uid.trim() } : {}),
    ...(form.isDefault && !saved?.isDefault ? { isDefault: true } : {}),
    ...headersOf(form, headers.record, saved),
  };
  const schema = saved ? ChangedDatasource : NewDatasource;
  const problems: Record<string, string> = {};
  for (const issue of schema.safeParse(body).error?.issues ?? []) {
    problems[placeOf(issue, form)] ??= textOf(issue);
  }
  Object.assign(problems, matchers.problems, headers.problems);
  if (problems.url === undefined && !/^https?:\/\/[^/\s]/i.test(body.url)) {
    problems.url = "Begin with http:// or https://, such as http://prometheus:9090.";
  }
  if (movesSecrets(form, saved)) {
    problems.headers = "The stored headers belong to the saved URL. Enter them again, or remove them.";
  }
  return { body, problems };
}

export interface TestBody {
  url: string;
  headers?: Record<string, string>;
  matchers?: Record<string, string | string[]>;
}

/** What a test of the form asks: the URL as typed, with the headers that would be saved, and the matchers when they can be. */
export function testBodyOf(form: DatasourceForm): TestBody {
  const matchers = TestedNewDatasource.shape.matchers.safeParse(fromMatcherRows(form.matchers).record).data;
  const asked = { url: form.url.trim(), ...(matchers && { matchers }) };
  if (form.headerMode === "keep") return asked;
  return { ...asked, headers: form.headerMode === "replace" ? fromPairs(form.headers).record : {} };
}

function headersOf(form: DatasourceForm, record: Record<string, string>, saved: Datasource | null) {
  if (form.headerMode === "replace") return { headers: record };
  return form.headerMode === "none" && saved?.hasHeaders ? { headers: null } : {};
}

function movesSecrets({ headerMode, url }: DatasourceForm, saved: Datasource | null): boolean {
  return headerMode === "keep" && saved !== null && saved.hasHeaders && url.trim() !== saved.url;
}

function placeOf({ path }: z.core.$ZodIssue, form: DatasourceForm): string {
  const [field, name, index] = path;
  const all = field === "matchers" ? form.matchers : field === "headers" ? form.headers : [];
  const rows = all.filter((row) => row.name.trim() === name);
  const row = rows[typeof index === "number" ? index : 0];
  return row?.id ?? String(field ?? "name");
}

/** A name that is not allowed tells why only inside of its issue. */
function textOf(issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
}
