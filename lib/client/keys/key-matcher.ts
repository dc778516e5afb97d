export interface KeyPress {
  key: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
  timeMs: number;
}

export interface KeyBinding {
  /** One press or a sequence: `?`, `ctrl+k`, `ctrl+shift+z`, `d r`, `t left`, `escape`. */
  keys: string;
  run: () => void;
  /** Holds also while the person types in a field. */
  inFields?: boolean;
}

const sequenceTimeoutMs = 1_200;
const names: Record<string, string> = {
  arrowleft: "left",
  arrowright: "right",
  arrowup: "up",
  arrowdown: "down",
  esc: "escape",
  " ": "space",
};

/** Letters carry `shift+` only beside ctrl, so that `?` needs no knowledge of the keyboard's layout. */
export function nameOfPress({ key, ctrl, shift, alt }: KeyPress): string {
  const lower = key.toLowerCase();
  const name = names[lower] ?? lower;
  const named = name.length > 1;
  return `${ctrl ? "ctrl+" : ""}${alt ? "alt+" : ""}${shift && (ctrl || named) ? "shift+" : ""}${name}`;
}

/** Remembers the first key of a sequence for a moment; `match` answers the binding that a press completes. */
export function createKeyMatcher() {
  let pending = "";
  let pendingMs = 0;
  return {
    match<B extends { keys: string }>(press: KeyPress, bindings: readonly B[]): B | null {
      const name = nameOfPress(press);
      const first = press.timeMs - pendingMs <= sequenceTimeoutMs ? pending : "";
      pending = "";
      const sequence = first === "" ? null : bindings.find((binding) => binding.keys === `${first} ${name}`);
      if (sequence) return sequence;
      if (bindings.some((binding) => binding.keys.startsWith(`${name} `))) {
        pending = name;
        pendingMs = press.timeMs;
        return null;
      }
      return bindings.find((binding) => binding.keys === name) ?? null;
    },
  };
}
