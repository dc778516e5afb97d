/** What a part of the page's code fails with when it does not come, for example over a broken connection. */
const codeNotLoaded = "CodeNotLoaded";

const failures = new Set<() => void>();

/**
 * Loads code of the page; a failure can be told from one of the code itself. Who keeps the promise says how it is
 * forgotten: not before somebody asks again, or React would go on asking by itself.
 */
export async function loadCode<T>(load: () => Promise<T>, forget?: () => void): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (forget) failures.add(forget);
    throw Object.assign(new Error(error instanceof Error ? error.message : String(error)), {
      name: codeNotLoaded,
    });
  }
}

export function isCodeNotLoaded(error: Error): boolean {
  return error.name === codeNotLoaded;
}

/** What failed to load is asked for anew by whoever needs it next. */
export function forgetFailedCode(): void {
  for (const forget of failures) forget();
  failures.clear();
}
