import { useEffect, useLayoutEffect, useRef } from "react";
import { createKeyMatcher, type KeyBinding } from "./key-matcher";

/** Where keys belong to what has the focus: fields, and whatever lies over the page. */
const ownKeys =
  "input, textarea, select, [contenteditable='true'], .cm-editor, [role='dialog'], dialog, [role='menu'], [role='listbox']";

/** Binds keys for as long as the component is mounted; in fields and dialogs only the bindings that ask for it hold. */
export function useKeys(bindings: readonly KeyBinding[], enabled = true): void {
  const current = useRef(bindings);
  // With what is shown, not after it: the key that follows at once already means what is seen.
  useLayoutEffect(() => {
    current.current = bindings;
  });
  useEffect(() => {
    if (!enabled) return;
    const matcher = createKeyMatcher();
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return;
      const target = event.target instanceof Element ? event.target : null;
      const inField = target?.closest(ownKeys) != null;
      const usable = inField ? current.current.filter((binding) => binding.inFields) : current.current;
      const binding = matcher.match(pressOf(event), usable);
      if (!binding) return;
      event.preventDefault();
      binding.run();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [enabled]);
}

function pressOf(event: KeyboardEvent) {
  return {
    key: event.key,
    ctrl: event.ctrlKey || event.metaKey,
    shift: event.shiftKey,
    alt: event.altKey,
    timeMs: event.timeStamp,
  };
}

function isModifier(key: string): boolean {
  return key === "Shift" || key === "Control" || key === "Alt" || key === "Meta";
}
