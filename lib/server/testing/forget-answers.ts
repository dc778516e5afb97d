/** Empties the query cache of this process, so that a test sees every question go upstream. */
export function forgetAnswers(): void {
  Reflect.deleteProperty(globalThis, "panelsmithQueryCache");
}
