import { describe, expect, it } from "vitest";
import { createKeyMatcher, type KeyPress, nameOfPress } from "./key-matcher";

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrl: false, shift: false, alt: false, timeMs: 0, ...more };
}

const bindings = [
  { keys: "d r" },
  { keys: "d s" },
  { keys: "e" },
  { keys: "ctrl+k" },
  { keys: "t left" },
  { keys: "?" },
];

describe("createKeyMatcher", () => {
  it("matches single keys, also with ctrl", () => {
    const matcher = createKeyMatcher();
    expect(matcher.match(press("e"), bindings)?.keys).toBe("e");
    expect(matcher.match(press("K", { ctrl: true }), bindings)?.keys).toBe("ctrl+k");
    expect(matcher.match(press("k"), bindings)).toBeNull();
  });

  it("matches a sequence pressed within its time", () => {
    const matcher = createKeyMatcher();
    expect(matcher.match(press("d"), bindings)).toBeNull();
    expect(matcher.match(press("r", { timeMs: 500 }), bindings)?.keys).toBe("d r");
  });

  it("forgets the first key after its time and after another key", () => {
    const matcher = createKeyMatcher();
    matcher.match(press("d"), bindings);
    expect(matcher.match(press("r", { timeMs: 5_000 }), bindings)).toBeNull();
    matcher.match(press("d", { timeMs: 6_000 }), bindings);
    matcher.match(press("x", { timeMs: 6_100 }), bindings);
    expect(matcher.match(press("r", { timeMs: 6_200 }), bindings)).toBeNull();
  });

  it("falls back to the single key when no sequence goes on", () => {
    const matcher = createKeyMatcher();
    matcher.match(press("d"), bindings);
    expect(matcher.match(press("e", { timeMs: 100 }), bindings)?.keys).toBe("e");
  });
});

describe("nameOfPress", () => {
  it("names arrows, and shift only where it tells something", () => {
    expect(nameOfPress(press("ArrowLeft", { shift: true }))).toBe("shift+left");
    expect(nameOfPress(press("?", { shift: true }))).toBe("?");
    expect(nameOfPress(press("Z", { ctrl: true, shift: true }))).toBe("ctrl+shift+z");
  });
});
