const started = Date.now();

export function seconds(fromMs: number): string {
  return `${((Date.now() - fromMs) / 1000).toFixed(1)} s`;
}

/** Runs one step of the start and prints a line with how long it took; what `work` answers may replace the label. */
export async function step<T>(
  label: string,
  work: () => Promise<T>,
  done?: (result: T) => string,
): Promise<T> {
  const from = Date.now();
  try {
    const result = await work();
    console.log(`  ✓ ${(done?.(result) ?? label).padEnd(44)} ${seconds(from)}`);
    return result;
  } catch (error) {
    console.log(`  ✗ ${label.padEnd(44)} ${seconds(from)}`);
    throw error;
  }
}

export function note(text: string): void {
  console.log(`  · ${text}`);
}

export function box(lines: string[]): void {
  const width = Math.max(...lines.map((line) => line.length));
  const rule = "─".repeat(width + 4);
  const body = lines.map((line) => `│  ${line.padEnd(width)}  │`);
  console.log(
    [`╭${rule}╮`, ...body, `╰${rule}╯`, `Ready after ${seconds(started)}. Ctrl-C stops everything.`].join(
      "\n",
    ),
  );
}
