/** What stands behind a name at the moment of interpolating. */
export interface ScopeEntry {
  value: string | string[];
  text?: string | string[];
  /** Values are put into regular expressions, so their special characters are escaped (multi-value, All). */
  asRegex?: boolean;
  /** Inserted as it is: an author's "custom all value". */
  verbatim?: boolean;
  /** Written by the author of the dashboard: variables that it names are filled in. */
  namesOthers?: boolean;
  /** Typed by somebody who may run only what stands in the dashboard: it fills a string or stands for one word. */
  confined?: boolean;
}

/** A Map, or what looks an entry up when it is asked for. */
export interface VariableScope {
  get(name: string): ScopeEntry | undefined;
}

/**
 * `$name`, `${name}`, `${name.field}`, `${name:format}`, `[[name]]`, `[[name:format]]`: Grafana's own forms. What stands in braces
 * ends where the next begin, so that a text of many open braces is read once, not once from each of them.
 */
export const variablePattern =
  /\$(\w+)|\[\[(\w+)(?::(\w+))?\]\]|\$\{(\w+)(?:\.((?:[^:}$]|\$(?!\{))+))?(?::((?:[^}$]|\$(?!\{))+))?\}/g;

export interface VariableReference {
  name: string;
  field?: string;
  format?: string;
}

export function toReference(groups: readonly (string | undefined)[]): VariableReference {
  const [plain, bracketed, bracketedFormat, braced, field, format] = groups;
  return { name: plain ?? bracketed ?? braced ?? "", field, format: bracketedFormat ?? format };
}

/** Names that a text mentions, in order, without repeats. */
export function variableNamesIn(text: string): string[] {
  return [...new Set([...text.matchAll(variablePattern)].map((match) => toReference(match.slice(1)).name))];
}

/** `a.b` of a builtin such as `${__dashboard.uid}` is an entry of its own. */
export function findEntry(scope: VariableScope, { name, field }: VariableReference): ScopeEntry | undefined {
  return (field === undefined ? undefined : scope.get(`${name}.${field}`)) ?? scope.get(name);
}

/** For what is named by another value: those that it names in turn stay as written, since two may name each other. */
export function withoutNaming(scope: VariableScope): VariableScope {
  return {
    get: (name) => {
      const entry = scope.get(name);
      return entry?.namesOthers ? { ...entry, namesOthers: false } : entry;
    },
  };
}
